package dev.identityvault.capacitor.core.slots;

/**
 * What the person brings: nothing, or one of these two.
 *
 * @param passcode normalised, for an appPasscode slot, or {@code null}
 * @param secret S of a slot with a KEM, where it was decapsulated before, or {@code null}
 */
public record Credential(byte[] passcode, byte[] secret) {
    public static final Credential NONE = new Credential(null, null);

    public static Credential passcode(byte[] passcode) {
        return new Credential(passcode, null);
    }

    public static Credential secret(byte[] secret) {
        return new Credential(null, secret);
    }
}
