package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.VaultPolicy;

/**
 * What a write may change of the vault besides its values: what no key has to be made anew for.
 *
 * @param maxAttempts {@code null}: as it is
 * @param wipeAtMax {@code null}: as it is
 */
public record PolicyChanges(Integer maxAttempts, Boolean wipeAtMax) {
    public static final PolicyChanges NONE = new PolicyChanges(null, null);

    VaultPolicy of(VaultPolicy policy) {
        return policy.withAttempts(
                maxAttempts == null ? policy.maxAttempts() : maxAttempts,
                wipeAtMax == null ? policy.wipeAtMax() : wipeAtMax);
    }
}
