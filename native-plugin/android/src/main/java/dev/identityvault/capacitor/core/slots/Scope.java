package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CoreError;

/** Whose vault. FORMAT.md §3. */
public final class Scope {
    private Scope() {}

    /**
     * @throws CoreError {@code INVALID_ARGUMENT}: a name with a lone surrogate
     */
    public static byte[] of(Aead aead, String appId, String vaultName, String username) {
        return aead.digest(input("idv1/scope", appId, vaultName, username));
    }

    /**
     * Of a vault of API generation 5 or 6, which has one name.
     *
     * @throws CoreError {@code INVALID_ARGUMENT}: a name with a lone surrogate
     */
    public static byte[] ofKey(Aead aead, String appId, String key) {
        return aead.digest(input("idv1/scope5", appId, key, ""));
    }

    /** Every part carries its length, so different vaults never meet. */
    private static byte[] input(String label, String... parts) {
        byte[] input = Bytes.ascii(label);
        for (String part : parts) input = Bytes.concat(input, Bytes.lengthPrefixed(part));
        return input;
    }
}
