package dev.identityvault.capacitor.core.codec;

/** How the secret of a slot is encrypted for a key of the device. FORMAT.md §2. */
public enum Kem {
    NONE(0),
    RSA_OAEP_SHA256(1),
    RSA_OAEP_SHA1(2),
    ECIES_P256(3),
    WEB_AUTHN_PRF(4),
    AES_KEYSTORE(5);

    private final int id;

    Kem(int id) {
        this.id = id;
    }

    /** As it is stored. */
    public int id() {
        return id;
    }

    /** {@code null}: this version knows no such id. */
    public static Kem ofId(int id) {
        for (Kem each : values()) {
            if (each.id == id) return each;
        }
        return null;
    }
}
