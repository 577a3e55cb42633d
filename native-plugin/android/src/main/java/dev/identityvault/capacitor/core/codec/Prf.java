package dev.identityvault.capacitor.core.codec;

/** Which device function a slot mixes in. FORMAT.md §2 and §6.2. */
public enum Prf {
    HMAC(1),
    ECDH(2),
    KEYCHAIN_HMAC(3);

    private final int id;

    Prf(int id) {
        this.id = id;
    }

    /** As it is stored. */
    public int id() {
        return id;
    }

    /** {@code null}: this version knows no such id. */
    public static Prf ofId(int id) {
        for (Prf each : values()) {
            if (each.id == id) return each;
        }
        return null;
    }
}
