package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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

    /** Each of them. */
    public Set<Object> all() {
        Set<Object> all = new HashSet<>(keks.values());
        all.add(dek);
        return all;
    }

    /** Overwrites them, except for those that are among these. */
    public void eraseExcept(Set<Object> kept) {
        if (!kept.contains(dek)) dek.erase();
        for (Kek kek : keks.values()) if (!kept.contains(kek)) kek.erase();
    }

    /** The key of this slot, or {@code null}. */
    Kek kekOf(SlotHead head) {
        return keks.get(Bytes.hex(head.slotId()));
    }
}
