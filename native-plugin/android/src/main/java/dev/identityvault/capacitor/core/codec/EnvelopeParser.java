package dev.identityvault.capacitor.core.codec;

import static dev.identityvault.capacitor.core.ports.CoreError.corrupt;
import static dev.identityvault.capacitor.core.ports.CoreError.unsupported;

import dev.identityvault.capacitor.core.ports.CoreError;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads an envelope, from left to right; the first violation is the result. Authenticates nothing.
 */
public final class EnvelopeParser {
    static final byte[] MAGIC = Bytes.ascii("IDV1");

    /** Four bytes of count and a tag: the smallest payload, an empty one. */
    private static final int SMALLEST_CIPHERTEXT = 20;

    private final ByteReader reader;

    private EnvelopeParser(ByteReader reader) {
        this.reader = reader;
    }

    /**
     * @throws CoreError {@code CORRUPT}, {@code UNSUPPORTED_FORMAT}, as in FORMAT.md §4
     */
    public static Envelope parse(byte[] bytes) {
        if (bytes.length > FormatLimits.ENVELOPE) throw corrupt("too large");
        return new EnvelopeParser(new ByteReader(bytes)).parse();
    }

    private Envelope parse() {
        Header header = parseHeader();
        byte[] headerBytes = reader.taken();

        byte[] payloadNonce = reader.take(12);
        long length = reader.u32();
        if (length < SMALLEST_CIPHERTEXT) throw corrupt("ciphertext too short");
        if (length != reader.left()) throw corrupt("does not end with its ciphertext");
        return new Envelope(header, headerBytes, payloadNonce, reader.slice(length));
    }

    private Header parseHeader() {
        if (!Bytes.isEqual(reader.take(4), MAGIC)) throw corrupt("not an envelope");
        if (reader.u8() != FormatIds.FMT) throw unsupported("another version of the format");
        if (reader.u8() != FormatIds.SUITE) throw unsupported("another cipher suite");

        byte[] vaultId = reader.take(16);
        byte[] scope = reader.take(32);
        Mode mode = parseMode();
        Enrolment enrolment = Enrolment.ofId(reader.u8());
        if (enrolment == null) throw unsupported("unknown enrolment policy");
        int maxAttempts = reader.u8();
        if (maxAttempts == 0) throw corrupt("no attempts allowed");
        long generation = reader.u32();
        if (generation == 0) throw corrupt("generation zero");
        int flags = reader.u16();
        if (flags > 15) throw unsupported("unknown flags");

        boolean wipeAtMax = (flags & FormatIds.FLAG_WIPE_AT_MAX) != 0;
        boolean needed = (flags & FormatIds.FLAG_PASSCODE_SETUP_NEEDED) != 0;
        VaultPolicy policy = new VaultPolicy(mode, enrolment, maxAttempts, wipeAtMax, needed);
        boolean hasValues = (flags & FormatIds.FLAG_HAS_VALUES) != 0;
        boolean hasSession = (flags & FormatIds.FLAG_HAS_SESSION) != 0;
        List<Slot> slots = parseSlots(mode);
        return checkFlags(
                new Header(vaultId, scope, policy, generation, hasValues, hasSession, slots));
    }

    private Mode parseMode() {
        Mode mode = Mode.ofId(reader.u8());
        if (mode == Mode.IN_MEMORY_ONLY) throw corrupt("a mode that is never stored");
        if (mode == null) throw unsupported("unknown mode");
        return mode;
    }

    private List<Slot> parseSlots(Mode mode) {
        int count = reader.u8();
        if (count == 0) throw corrupt("no slots");
        // Not what this version writes, but a later one may: that is no damage.
        if (count > FormatLimits.SLOTS) throw unsupported("more slots than this version knows");
        List<Slot> slots = new ArrayList<>(count);
        while (slots.size() < count) slots.add(new SlotParser(reader, mode, slots).parse());
        return Collections.unmodifiableList(slots);
    }

    /** The flag rule of FORMAT.md §4.2. */
    private static Header checkFlags(Header header) {
        if (header.hasSession() && !header.hasValues()) throw corrupt("a session, but no values");
        if (!header.policy().passcodeSetupNeeded()) return header;
        Mode mode = header.policy().mode();
        boolean isPossible =
                mode == Mode.BIOMETRIC_AND_PASSCODE || mode == Mode.BIOMETRIC_OR_PASSCODE;
        if (!isPossible) throw corrupt("a passcode needed in a mode without one");
        for (Slot slot : header.slots()) {
            if (slot.head().kind() == Kind.APP_PASSCODE)
                throw corrupt("a passcode needed beside one");
        }
        return header;
    }
}
