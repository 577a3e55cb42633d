package dev.identityvault.capacitor.core.codec;

import static dev.identityvault.capacitor.core.ports.CoreError.corrupt;
import static dev.identityvault.capacitor.core.ports.CoreError.unsupported;

import dev.identityvault.capacitor.core.ports.CoreError;

import java.util.List;

/** Reads a slot, in the order of FORMAT.md §4.1. */
final class SlotParser {
    private final ByteReader reader;
    private final Mode mode;

    /** Decide which kinds and ids may follow. */
    private final List<Slot> earlier;

    SlotParser(ByteReader reader, Mode mode, List<Slot> earlier) {
        this.reader = reader;
        this.mode = mode;
        this.earlier = earlier;
    }

    /**
     * @throws CoreError {@code CORRUPT}, {@code UNSUPPORTED_FORMAT}
     */
    Slot parse() {
        SlotHead head = parseHead();
        return new Slot(head, reader.take(12), reader.take(48));
    }

    private SlotHead parseHead() {
        Kind kind = parseKind();

        Kem kem = Kem.ofId(reader.u8());
        if (kem == null) throw unsupported("unknown KEM");
        SlotRule rule = SlotRule.of(kind, kem);
        if (rule == null) throw corrupt("a KEM that this kind of slot does not use");

        Prf prf = Prf.ofId(reader.u8());
        if (prf == null) throw unsupported("unknown device function");
        byte[] slotId = parseSlotId();
        KdfId kdf = parseKdf(rule);
        int iterations = (int) within(rule.iterations(), reader.u32(), "iterations out of range");
        byte[] salt = reader.take(within(rule.salt(), reader.u8(), "salt length out of range"));
        byte[] enc = reader.take(within(rule.enc(), reader.u16(), "length of enc out of range"));
        return new SlotHead(kind, kem, prf, slotId, kdf, iterations, salt, enc);
    }

    private Kind parseKind() {
        Kind kind = Kind.ofId(reader.u8());
        if (kind == null) throw unsupported("unknown kind of slot");
        for (Slot slot : earlier) {
            if (kind.id() <= slot.head().kind().id()) throw corrupt("slots not in ascending order");
        }
        if (!SlotRule.kindsOf(mode).contains(kind))
            throw corrupt("a slot that this mode does not have");
        return kind;
    }

    private byte[] parseSlotId() {
        byte[] slotId = reader.take(8);
        for (Slot slot : earlier) {
            if (Bytes.isEqual(slot.head().slotId(), slotId)) throw corrupt("slot id used twice");
        }
        return slotId;
    }

    private KdfId parseKdf(SlotRule rule) {
        KdfId kdf = KdfId.ofId(reader.u8());
        if (kdf == null) throw unsupported("unknown key derivation");
        if (kdf != rule.kdf())
            throw corrupt("a key derivation that this kind of slot does not use");
        return kdf;
    }

    private static long within(Range range, long value, String detail) {
        if (!range.has(value)) throw corrupt(detail);
        return value;
    }
}
