package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

import java.util.Map;

/**
 * The keys that an unlocked vault holds: never a passcode, never readable key bytes.
 *
 * @param keks by the slot id in hexadecimal: keys of slots that were opened or made since the
 *     unlock
 * @param slots {@link #slotsAsStored} of the envelope that they open: another one was made by
 *     somebody else
 */
public record OpenKeys(Dek dek, Map<String, Kek> keks, String slots) {
    /**
     * Changes with every re-key, and with nothing else: each slot is wrapped anew, under a fresh
     * nonce.
     */
    public static String slotsAsStored(Envelope envelope) {
        StringBuilder slots = new StringBuilder();
        for (Slot slot : envelope.header().slots())
            slots.append(Bytes.hex(slot.wrapped())).append('.');
        return slots.toString();
    }

    /** The key of this slot, or {@code null}. */
    Kek kekOf(SlotHead head) {
        return keks.get(Bytes.hex(head.slotId()));
    }
}
