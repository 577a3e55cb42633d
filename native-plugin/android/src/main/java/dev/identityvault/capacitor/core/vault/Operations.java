package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.core.slots.StorageNames;

import java.util.concurrent.Executor;

/**
 * The operations on one vault: in this process one after the other; a failed one doesn't stop the
 * next. FORMAT.md §9.
 */
final class Operations {
    private final InTurn queue;
    private final Mutex mutex;
    private final String name;

    /**
     * @param mutex {@code null}: other processes can't be kept apart
     */
    Operations(Executor executor, Mutex mutex, byte[] scope) {
        queue = new InTurn(executor);
        this.mutex = mutex;
        name = StorageNames.vaultLock(Bytes.hex(scope));
    }

    /** All that were asked for until now are over. */
    Answer<Void> settled() {
        return inTurn(() -> null);
    }

    /** As {@link #inTurn}, where nobody waits for it. */
    void next(Runnable task) {
        inTurn(
                () -> {
                    task.run();
                    return null;
                });
    }

    /** After those before it, but not apart from other processes: for what touches no storage. */
    <T> Answer<T> inTurn(Task<T> task) {
        return queue.run(task);
    }

    /** Apart from those of other processes, too. */
    <T> Answer<T> apart(Task<T> task) {
        return queue.run(() -> runApart(task));
    }

    /**
     * The same.
     *
     * @param end comes after the task, and also where it was not begun
     */
    <T> Answer<T> apart(Task<T> task, Runnable end) {
        return queue.run(
                () -> {
                    try {
                        return runApart(task);
                    } finally {
                        end.run();
                    }
                });
    }

    private <T> T runApart(Task<T> task) {
        return mutex == null ? task.run() : mutex.apart(name, task);
    }
}
