package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Task;

/** For when someone else wrote meanwhile. FORMAT.md §9 and §11.1. */
public final class StartingOver {
    /** More often than that, two processes are not kept apart at all. */
    private static final int TRIES = 3;

    private StartingOver() {}

    /**
     * Nothing was written, so what is stored is looked at again.
     *
     * @throws CoreError {@code CONFLICT} when that happened too often
     */
    public static <T> T run(Task<T> task) {
        for (int left = TRIES - 1; left > 0; left--) {
            try {
                return task.run();
            } catch (CoreError refusal) {
                if (refusal.code() != CoreErrorCode.CONFLICT) throw refusal;
            }
        }
        return task.run();
    }
}
