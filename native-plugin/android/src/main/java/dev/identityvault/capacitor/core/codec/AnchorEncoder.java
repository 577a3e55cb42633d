package dev.identityvault.capacitor.core.codec;

import java.util.ArrayList;
import java.util.List;

/** Writes an anchor. FORMAT.md §8. */
public final class AnchorEncoder {
    private AnchorEncoder() {}

    /** Everything before the tag. */
    public static byte[] encode(Anchor anchor) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(AnchorParser.MAGIC);
        parts.add(Bytes.u8(FormatIds.FMT));
        parts.add(Bytes.u8(flagBits(anchor)));
        parts.add(anchor.vaultId());
        parts.add(anchor.scope());
        parts.add(encodeRef(anchor.cur()));
        parts.add(encodeRef(anchor.next()));
        parts.add(Bytes.u8(anchor.attempts()));
        parts.add(Bytes.u64(anchor.delayStart()));
        parts.add(Bytes.u8(anchor.keySlots().size()));
        parts.addAll(anchor.keySlots());
        parts.add(Bytes.u8(anchor.deadSlots().size()));
        parts.addAll(anchor.deadSlots());
        return Bytes.concat(parts);
    }

    private static int flagBits(Anchor anchor) {
        return (anchor.cur() != null ? 1 : 0)
                | (anchor.next() != null ? 2 : 0)
                | (anchor.pending() ? 4 : 0)
                | (anchor.erasing() ? 8 : 0)
                | (anchor.nextResets() ? 16 : 0);
    }

    private static byte[] encodeRef(EnvelopeRef ref) {
        return ref == null ? new byte[36] : Bytes.concat(Bytes.u32(ref.generation()), ref.digest());
    }
}
