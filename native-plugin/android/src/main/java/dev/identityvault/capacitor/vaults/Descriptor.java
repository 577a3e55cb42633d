package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.slots.Scope;

/**
 * Which vault is meant.
 *
 * @param username {@code null}: a vault of API generation 5 or 6, which has one name
 */
public record Descriptor(String name, String username) {
    /**
     * @throws CoreError {@code INVALID_ARGUMENT}: a name with a lone surrogate
     */
    byte[] scope(Aead aead, String appId) {
        return username == null
                ? Scope.ofKey(aead, appId, name)
                : Scope.of(aead, appId, name, username);
    }
}
