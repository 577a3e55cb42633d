package dev.identityvault.capacitor.storage;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.Task;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps threads and processes apart. A file is opened once in a process and never closed, for
 * closing any descriptor of it gives the lock up. FORMAT.md §9, §18.2.
 */
public final class FileMutex implements Mutex {
    /** Milliseconds. */
    private static final long LONGEST = 5000;

    private static final long PAUSE = 20;
    private static final String VAULT = "idv1.";
    private static final String ENDING = ".lock";

    /** What this process has of one file. */
    private static final class Held {
        final ReentrantLock threads = new ReentrantLock(true);
        FileChannel channel;
    }

    private static final Map<String, Held> OF_PROCESS = new HashMap<>();

    private final NoBackupFiles files;

    public FileMutex(NoBackupFiles files) {
        this.files = files;
    }

    @Override
    public <T> T apart(String name, Task<T> task) {
        String path = pathOf(name);
        Held held = heldOf(path);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST);
        lockThreads(held);
        try {
            FileLock lock = lockFile(held, path, until);
            try {
                return task.run();
            } finally {
                release(lock);
            }
        } finally {
            held.threads.unlock();
        }
    }

    /** The lock of a vault is {@code hex(scope).lock}; that of all of them {@code idv1.lock}. */
    private String pathOf(String name) {
        String file = name.startsWith(VAULT) ? name.substring(VAULT.length()) : name;
        return files.file(file + ENDING).getPath();
    }

    private static Held heldOf(String path) {
        synchronized (OF_PROCESS) {
            Held held = OF_PROCESS.get(path);
            if (held == null) {
                held = new Held();
                OF_PROCESS.put(path, held);
            }
            return held;
        }
    }

    private static void lockThreads(Held held) {
        try {
            if (held.threads.tryLock(LONGEST, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        throw busy(null);
    }

    private static FileLock lockFile(Held held, String path, long until) {
        try {
            if (held.channel == null) held.channel = new RandomAccessFile(path, "rw").getChannel();
            while (true) {
                FileLock lock = held.channel.tryLock();
                if (lock != null) return lock;
                if (System.nanoTime() >= until) throw busy(null);
                Thread.sleep(PAUSE);
            }
        } catch (IOException failure) {
            throw busy(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw busy(interruption);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException closed) {
            throw busy(closed);
        }
    }

    private static CoreError busy(Throwable cause) {
        return new CoreError(
                CoreErrorCode.TEMPORARILY_UNAVAILABLE, "the vault is in use elsewhere", cause);
    }
}
