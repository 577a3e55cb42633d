package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.DeviceKeys;
import dev.identityvault.capacitor.core.ports.Task;

/**
 * Tells a key that the system destroyed from one that is gone for whatever reason. FORMAT.md §11.4.
 */
public final class JudgingKey {
    private JudgingKey() {}

    /**
     * Opens a slot by its KEM key. Where that is definitely not there while the other key of the
     * slot is, the system destroyed it: both are made and destroyed together.
     *
     * @throws CoreError {@code KEY_INVALIDATED}; else what the task throws
     */
    public static <T> T judge(DeviceKeys deviceFunction, SlotContext slot, Task<T> task) {
        try {
            return task.run();
        } catch (CoreError cause) {
            boolean isMissing = cause.code() == CoreErrorCode.KEY_MISSING;
            if (!isMissing || !deviceFunction.exists(slot.prfKey())) throw cause;
            throw new CoreError(
                    CoreErrorCode.KEY_INVALIDATED,
                    "the system destroyed the key of this slot",
                    cause);
        }
    }
}
