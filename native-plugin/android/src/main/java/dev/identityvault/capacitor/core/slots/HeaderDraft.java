package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.codec.Payload;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.VaultPolicy;

import java.util.List;
import java.util.Map;

/** A header whose flags about the values are still to be filled in. */
public record HeaderDraft(
        VaultBinding binding, VaultPolicy policy, long generation, List<Slot> slots) {
    Header of(Map<String, byte[]> values) {
        boolean hasSession = values.containsKey(Payload.SESSION_KEY);
        return new Header(
                binding.vaultId(),
                binding.scope(),
                policy,
                generation,
                !values.isEmpty(),
                hasSession,
                slots);
    }
}
