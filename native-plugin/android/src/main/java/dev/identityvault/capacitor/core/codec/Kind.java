package dev.identityvault.capacitor.core.codec;

/** What opens a slot. FORMAT.md §2. */
public enum Kind {
    BIOMETRIC(1),
    DEVICE_CREDENTIAL(2),
    APP_PASSCODE(3),
    DEVICE(4);

    private final int id;

    Kind(int id) {
        this.id = id;
    }

    /** As it is stored. */
    public int id() {
        return id;
    }

    /** {@code null}: this version knows no such id. */
    public static Kind ofId(int id) {
        for (Kind each : values()) {
            if (each.id == id) return each;
        }
        return null;
    }
}
