package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.SlotHead;

/** A slot, and the vault that it is of: what its keys are named after. */
public record SlotContext(byte[] vaultId, SlotHead head) {
    String prfKey() {
        return StorageNames.prfKey(vaultId, head.slotId());
    }

    public String kemKey() {
        return StorageNames.kemKey(vaultId, head.slotId());
    }
}
