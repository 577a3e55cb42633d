package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.store.PolicyChanges;

/**
 * What a write brings along.
 *
 * @param policy what changes of the vault besides its values
 * @param lease the lease that allows it, also while locked; {@code null}: none
 */
public record WriteOptions(PolicyChanges policy, String lease) {
    public static WriteOptions none() {
        return new WriteOptions(PolicyChanges.NONE, null);
    }

    public static WriteOptions withLease(String lease) {
        return new WriteOptions(PolicyChanges.NONE, lease);
    }
}
