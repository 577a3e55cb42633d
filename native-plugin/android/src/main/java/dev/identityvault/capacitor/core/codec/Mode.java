package dev.identityvault.capacitor.core.codec;

/** How a vault is unlocked. FORMAT.md §2. */
public enum Mode {
    BIOMETRIC_ONLY(0),
    PASSCODE_ONLY(1),
    BIOMETRIC_AND_PASSCODE(2),
    /** Never stored. */
    IN_MEMORY_ONLY(3),
    BIOMETRIC_OR_PASSCODE(4),
    SECURE_STORAGE(5),
    DEVICE_CREDENTIAL_ONLY(6),
    BIOMETRIC_AND_DEVICE_CREDENTIAL(7);

    private final int id;

    Mode(int id) {
        this.id = id;
    }

    /** As it is stored. */
    public int id() {
        return id;
    }

    /** {@code null}: this version knows no such id. */
    public static Mode ofId(int id) {
        for (Mode each : values()) {
            if (each.id == id) return each;
        }
        return null;
    }
}
