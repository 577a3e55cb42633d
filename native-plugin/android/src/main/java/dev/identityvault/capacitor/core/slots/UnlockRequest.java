package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Kind;

/**
 * One try to open a vault.
 *
 * @param passcode as typed; only for appPasscode. Its owner wipes it
 * @param secret only for slots with a KEM, where a prompt was shown before; else {@code null}
 */
public record UnlockRequest(Kind kind, char[] passcode, AskedSecret secret) {
    public static UnlockRequest of(Kind kind) {
        return new UnlockRequest(kind, null, null);
    }

    public static UnlockRequest passcode(char[] passcode) {
        return new UnlockRequest(Kind.APP_PASSCODE, passcode, null);
    }

    public static UnlockRequest secret(AskedSecret secret) {
        return new UnlockRequest(secret.of().kind(), null, secret);
    }
}
