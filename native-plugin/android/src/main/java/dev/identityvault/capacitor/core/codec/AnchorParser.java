package dev.identityvault.capacitor.core.codec;

import static dev.identityvault.capacitor.core.ports.CoreError.corrupt;
import static dev.identityvault.capacitor.core.ports.CoreError.unsupported;

import dev.identityvault.capacitor.core.ports.CoreError;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads an anchor, from left to right; the first violation is the result. Does not verify the tag.
 */
public final class AnchorParser {
    static final byte[] MAGIC = Bytes.ascii("IDVA");

    /** 2^53 − 1: the largest number that every implementation counts with. */
    private static final long LATEST = (1L << 53) - 1;

    private final ByteReader reader;

    private AnchorParser(ByteReader reader) {
        this.reader = reader;
    }

    /**
     * @throws CoreError {@code CORRUPT}, {@code UNSUPPORTED_FORMAT}, as in FORMAT.md §8
     */
    public static TaggedAnchor parse(byte[] bytes) {
        return new AnchorParser(new ByteReader(bytes)).parse();
    }

    private TaggedAnchor parse() {
        if (!Bytes.isEqual(reader.take(4), MAGIC)) throw corrupt("not an anchor");
        if (reader.u8() != FormatIds.FMT) throw unsupported("another version of the anchor");
        int flags = reader.u8();
        if (flags > 31) throw unsupported("unknown flags of the anchor");
        boolean nextResets = (flags & 16) != 0;
        if (nextResets && (flags & 2) == 0) throw corrupt("nextResets without a next");

        AnchorDraft draft = new AnchorDraft(reader.take(16), reader.take(32));
        draft.settle(parseCur((flags & 1) != 0));
        draft.announce(parseNext((flags & 2) != 0, draft.cur), nextResets);
        parseAttempts(draft, (flags & 4) != 0);
        draft.keySlots(parseSlotIds(FormatLimits.KEY_SLOTS));
        draft.deadSlots(parseSlotIds(FormatLimits.DEAD_SLOTS));
        byte[] untagged = reader.taken();
        byte[] tag = reader.take(32);
        if (reader.left() > 0) throw corrupt("bytes after the tag");

        draft.erasing((flags & 8) != 0);
        if (draft.cur == null && draft.next == null && !draft.erasing)
            throw corrupt("an anchor of nothing");
        return new TaggedAnchor(draft.anchor(), untagged, tag);
    }

    private EnvelopeRef parseCur(boolean isPresent) {
        return parseDigest(parseGeneration(isPresent));
    }

    /** The generation is judged before the digest is taken, as FORMAT.md orders it. */
    private EnvelopeRef parseNext(boolean isPresent, EnvelopeRef cur) {
        long generation = parseGeneration(isPresent);
        long former = cur == null ? 0 : cur.generation();
        if (isPresent && generation != former + 1) throw corrupt("next does not follow cur");
        return parseDigest(generation);
    }

    private long parseGeneration(boolean isPresent) {
        long generation = reader.u32();
        if (isPresent != (generation != 0)) throw corrupt("generation and flag disagree");
        return generation;
    }

    private EnvelopeRef parseDigest(long generation) {
        byte[] digest = reader.take(32);
        if (generation != 0) return new EnvelopeRef(generation, digest);
        if (!Bytes.isZero(digest)) throw corrupt("an unused digest is not zero");
        return null;
    }

    private void parseAttempts(AnchorDraft draft, boolean pending) {
        int attempts = reader.u8();
        if (pending && attempts == 0) throw corrupt("a pending attempt that was not counted");
        long delayStart = reader.u64();
        if (delayStart < 0 || delayStart > LATEST) throw corrupt("time out of range");
        if (attempts == 0 && delayStart != 0) throw corrupt("a delay without attempts");
        draft.attempts(attempts, pending).delayStart(delayStart);
    }

    private List<byte[]> parseSlotIds(int most) {
        int count = reader.u8();
        if (count > most) throw unsupported("more slot ids than this version knows");
        List<byte[]> ids = new ArrayList<>(count);
        while (ids.size() < count) {
            byte[] id = reader.take(8);
            boolean isFirst = ids.isEmpty();
            if (!isFirst && Bytes.compare(ids.get(ids.size() - 1), id) >= 0) {
                throw corrupt("slot ids not strictly ascending");
            }
            ids.add(id);
        }
        return Collections.unmodifiableList(ids);
    }
}
