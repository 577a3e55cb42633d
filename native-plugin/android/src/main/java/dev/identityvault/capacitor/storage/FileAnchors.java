package dev.identityvault.capacitor.storage;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.AnchorStore;

import java.util.ArrayList;
import java.util.List;

/** Anchors as files. FORMAT.md §17. */
public final class FileAnchors implements AnchorStore {
    private static final String ENDING = ".idva";

    private final NoBackupFiles files;

    public FileAnchors(NoBackupFiles files) {
        this.files = files;
    }

    @Override
    public byte[] read(String name) {
        return files.read(name + ENDING);
    }

    /** Nobody comes between: whoever writes holds the vault's lock. */
    @Override
    public boolean replace(String name, byte[] expected, byte[] next) {
        byte[] stored = read(name);
        boolean isExpected =
                stored == null || expected == null
                        ? stored == expected
                        : Bytes.isEqual(stored, expected);
        if (isExpected) files.write(name + ENDING, next);
        return isExpected;
    }

    @Override
    public void remove(String name) {
        files.remove(name + ENDING);
    }

    /** Of those that are stored: the scope in hexadecimal. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String file : files.names())
            if (file.endsWith(ENDING))
                names.add(file.substring(0, file.length() - ENDING.length()));
        return names;
    }
}
