package dev.identityvault.capacitor.storage;

import android.content.Context;
import android.os.Build;
import android.system.ErrnoException;
import android.system.Os;
import android.system.OsConstants;

import dev.identityvault.capacitor.api.Api24;
import dev.identityvault.capacitor.api.Api26;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** The app's files that are in no backup. Every write is durable and whole. FORMAT.md §18.2. */
public final class NoBackupFiles {
    private static final String TEMPORARY = ".tmp";

    private final Context context;

    public NoBackupFiles(Context context) {
        this.context = context;
    }

    /**
     * {@code null} only when there is definitely nothing.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] read(String name) {
        assertReadable();
        File file = file(name);
        try (FileInputStream input = new FileInputStream(file)) {
            return allOf(input);
        } catch (IOException failure) {
            if (isAbsent(name)) return null;
            throw unavailable("a file can't be read", failure);
        }
    }

    /** Replaces what there is. */
    void write(String name, byte[] bytes) {
        assertReadable();
        File temporary = file(name + TEMPORARY);
        try {
            try (FileOutputStream output = new FileOutputStream(temporary)) {
                output.write(bytes);
                output.getFD().sync();
            }
            if (!temporary.renameTo(file(name))) throw new IOException("rename");
            flushFolder();
        } catch (IOException failure) {
            throw unavailable("a file can't be written", failure);
        }
    }

    /** Succeeds when there is none. */
    void remove(String name) {
        assertReadable();
        deleteIfThere(name + TEMPORARY);
        deleteIfThere(name);
        try {
            flushFolder();
        } catch (IOException failure) {
            throw unavailable("a folder can't be flushed", failure);
        }
    }

    /**
     * Of files that are there.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    String[] names() {
        assertReadable();
        String[] names = folder().list();
        if (names == null) throw unavailable("the folder can't be read", null);
        return names;
    }

    File file(String name) {
        return new File(folder(), name);
    }

    private File folder() {
        File folder = context.getNoBackupFilesDir();
        if (folder == null) throw unavailable("there is no folder", null);
        return folder;
    }

    private void deleteIfThere(String name) {
        if (!file(name).delete() && !isAbsent(name))
            throw unavailable("a file can't be deleted", null);
    }

    /** A file that can't be opened may be there all the same: only the folder's list tells. */
    private boolean isAbsent(String name) {
        String[] names = folder().list();
        return names != null && !Arrays.asList(names).contains(name);
    }

    /** After a restart names and contents are encrypted, and nothing would seem to be there. */
    private void assertReadable() {
        if (Build.VERSION.SDK_INT >= 24 && !Api24.isUserUnlocked(context))
            throw unavailable("the device was not unlocked since it was started", null);
    }

    private void flushFolder() throws IOException {
        if (Build.VERSION.SDK_INT >= 26) {
            Api26.flush(folder());
            return;
        }
        try {
            FileDescriptor folder = Os.open(folder().getPath(), OsConstants.O_RDONLY, 0);
            try {
                Os.fsync(folder);
            } finally {
                Os.close(folder);
            }
        } catch (ErrnoException failure) {
            throw new IOException(failure);
        }
    }

    private static byte[] allOf(FileInputStream input) throws IOException {
        long size = input.getChannel().size();
        if (size > Integer.MAX_VALUE - 8) throw new IOException("too large");
        byte[] bytes = new byte[(int) size];
        int read = 0;
        while (read < bytes.length) {
            int more = input.read(bytes, read, bytes.length - read);
            if (more < 0) throw new IOException("shorter than it was");
            read += more;
        }
        return bytes;
    }

    private static CoreError unavailable(String detail, Throwable cause) {
        return new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, detail, cause);
    }
}
