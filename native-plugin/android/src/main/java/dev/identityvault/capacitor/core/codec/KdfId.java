package dev.identityvault.capacitor.core.codec;

/** How the secret of a slot is derived from a passcode. FORMAT.md §2. */
public enum KdfId {
    NONE(0),
    PBKDF2(1);

    private final int id;

    KdfId(int id) {
        this.id = id;
    }

    /** As it is stored. */
    public int id() {
        return id;
    }

    /** {@code null}: this version knows no such id. */
    public static KdfId ofId(int id) {
        for (KdfId each : values()) {
            if (each.id == id) return each;
        }
        return null;
    }
}
