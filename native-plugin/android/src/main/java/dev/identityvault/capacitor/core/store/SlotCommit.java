package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.EncodedEnvelope;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.slots.EnvelopeSealer;
import dev.identityvault.capacitor.core.slots.HeaderDraft;
import dev.identityvault.capacitor.core.slots.MadeSlot;
import dev.identityvault.capacitor.core.slots.OpenKeys;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.SlotMaker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A vault with new slots.
 *
 * @param made slots whose keys are held from now on
 */
public record SlotCommit(
        StoredAnchor over,
        HeaderDraft draft,
        Dek dek,
        List<MadeSlot> made,
        boolean resetsAttempts) {
    /**
     * Seals and commits. Once committing has begun the new keys stay, whatever it throws: only
     * loading can tell whether they are in use, and it destroys those that are not.
     */
    public Opened write(CorePorts ports, Map<String, byte[]> values) {
        NewEnvelope next = new NewEnvelope(sealOrDestroy(ports, values), resetsAttempts);
        LoadedVault vault = EnvelopeCommit.run(ports, over, next);
        Map<String, Kek> keks = new HashMap<>();
        for (MadeSlot each : made) keks.put(Bytes.hex(each.slot().head().slotId()), each.kek());
        return new Opened(vault, new OpenKeys(dek, keks, OpenKeys.slotsAsStored(vault.envelope())));
    }

    private EncodedEnvelope sealOrDestroy(CorePorts ports, Map<String, byte[]> values) {
        try {
            return EnvelopeSealer.seal(ports, draft, dek, values);
        } catch (RuntimeException refusal) {
            SlotMaker.destroy(ports, draft.binding().vaultId(), made);
            throw refusal;
        }
    }
}
