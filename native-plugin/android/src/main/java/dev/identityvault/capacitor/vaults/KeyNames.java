package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.slots.StorageNames;

import java.util.ArrayList;
import java.util.List;

/** The device keys of a stored vault. FORMAT.md §17. */
final class KeyNames {
    private KeyNames() {}

    static List<String> of(Envelope envelope) {
        byte[] vaultId = envelope.header().vaultId();
        List<String> names = new ArrayList<>();
        for (Slot slot : envelope.header().slots()) {
            byte[] slotId = slot.head().slotId();
            names.add(StorageNames.prfKey(vaultId, slotId));
            if (slot.head().kem() != Kem.NONE) names.add(StorageNames.kemKey(vaultId, slotId));
        }
        return names;
    }
}
