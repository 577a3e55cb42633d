package dev.identityvault.bench;

import java.io.FileOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Files by name: durable ones as a phone has, or copies in memory. */
final class Stored {
    /** {@code null}: in memory. */
    private final Path folder;

    private final Map<String, byte[]> held = new HashMap<>();

    Stored(Path folder) {
        this.folder = folder;
    }

    byte[] read(String name) {
        byte[] bytes = held.get(name);
        if (folder == null) return bytes == null ? null : bytes.clone();
        Path file = folder.resolve(name);
        return Files.exists(file) ? Primitives.run(() -> Files.readAllBytes(file)) : null;
    }

    /** Written, synced, renamed, and the folder synced. */
    Void write(String name, byte[] bytes) {
        if (folder == null) held.put(name, bytes.clone());
        else Primitives.run(() -> writeFile(folder.resolve(name), bytes));
        return null;
    }

    private Void writeFile(Path file, byte[] bytes) throws Exception {
        Path next = Path.of(file + ".tmp");
        try (FileOutputStream output = new FileOutputStream(next.toFile())) {
            output.write(bytes);
            output.getFD().sync();
        }
        if (!next.toFile().renameTo(file.toFile())) throw new IllegalStateException("not renamed: " + next);
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
        return null;
    }

    void remove(String name) {
        held.remove(name);
        if (folder != null) Primitives.run(() -> Files.deleteIfExists(folder.resolve(name)));
    }
}
