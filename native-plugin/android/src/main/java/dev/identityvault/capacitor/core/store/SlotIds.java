package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.Slot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Slot ids in the order of the anchor, each once. */
public final class SlotIds {
    private SlotIds() {}

    public static List<byte[]> of(Envelope envelope) {
        List<byte[]> ids = new ArrayList<>();
        for (Slot slot : envelope.header().slots()) ids.add(slot.head().slotId());
        return union(ids, Collections.emptyList());
    }

    public static List<byte[]> union(List<byte[]> some, List<byte[]> others) {
        List<byte[]> sorted = new ArrayList<>(some);
        for (byte[] id : others) {
            if (!has(some, id)) sorted.add(id);
        }
        Collections.sort(sorted, Bytes::compare);
        return Collections.unmodifiableList(sorted);
    }

    /** Those that are among the others, too. */
    public static List<byte[]> among(List<byte[]> ids, List<byte[]> others) {
        return filtered(ids, others, true);
    }

    public static List<byte[]> without(List<byte[]> ids, List<byte[]> others) {
        return filtered(ids, others, false);
    }

    public static boolean has(List<byte[]> ids, byte[] slotId) {
        for (byte[] id : ids) {
            if (Bytes.isEqual(id, slotId)) return true;
        }
        return false;
    }

    private static List<byte[]> filtered(List<byte[]> ids, List<byte[]> others, boolean isAmong) {
        List<byte[]> filtered = new ArrayList<>();
        for (byte[] id : ids) {
            if (has(others, id) == isAmong) filtered.add(id);
        }
        return Collections.unmodifiableList(filtered);
    }
}
