package dev.identityvault.capacitor.core.codec;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.util.ArrayList;
import java.util.List;

/** Writes an envelope and its parts. FORMAT.md §4. */
public final class EnvelopeEncoder {
    private EnvelopeEncoder() {}

    /** The bytes of a slot from {@code kind} to {@code enc}. */
    public static byte[] encodeSlotHead(SlotHead head) {
        return Bytes.concat(
                Bytes.u8(head.kind().id()),
                Bytes.u8(head.kem().id()),
                Bytes.u8(head.prf().id()),
                head.slotId(),
                Bytes.u8(head.kdf().id()),
                Bytes.u32(head.iterations()),
                Bytes.u8(head.salt().length),
                head.salt(),
                Bytes.u16(head.enc().length),
                head.enc());
    }

    /** Everything up to {@code payloadNonce}: the payload's additional data. */
    public static byte[] encodeHeader(Header header) {
        VaultPolicy policy = header.policy();
        List<byte[]> parts = new ArrayList<>();
        parts.add(EnvelopeParser.MAGIC);
        parts.add(Bytes.u8(FormatIds.FMT));
        parts.add(Bytes.u8(FormatIds.SUITE));
        parts.add(header.vaultId());
        parts.add(header.scope());
        parts.add(Bytes.u8(policy.mode().id()));
        parts.add(Bytes.u8(policy.enrolment().id()));
        parts.add(Bytes.u8(policy.maxAttempts()));
        parts.add(Bytes.u32(header.generation()));
        parts.add(Bytes.u16(flagBits(header)));
        parts.add(Bytes.u8(header.slots().size()));
        for (Slot slot : header.slots()) parts.add(encodeSlot(slot));
        return Bytes.concat(parts);
    }

    /**
     * The envelope as stored. Reads back what it wrote, so that a writer can't leave the format.
     *
     * @throws CoreError {@code LIMIT_EXCEEDED}
     */
    public static EncodedEnvelope encodeEnvelope(
            byte[] headerBytes, byte[] payloadNonce, byte[] ciphertext) {
        long size = (long) headerBytes.length + 16 + ciphertext.length;
        if (size > FormatLimits.ENVELOPE) {
            throw new CoreError(
                    CoreErrorCode.LIMIT_EXCEEDED, "the vault would be larger than 16 MiB");
        }
        byte[] bytes =
                Bytes.concat(headerBytes, payloadNonce, Bytes.u32(ciphertext.length), ciphertext);
        return new EncodedEnvelope(bytes, EnvelopeParser.parse(bytes));
    }

    private static byte[] encodeSlot(Slot slot) {
        return Bytes.concat(encodeSlotHead(slot.head()), slot.nonce(), slot.wrapped());
    }

    private static int flagBits(Header header) {
        VaultPolicy policy = header.policy();
        return (header.hasValues() ? FormatIds.FLAG_HAS_VALUES : 0)
                | (header.hasSession() ? FormatIds.FLAG_HAS_SESSION : 0)
                | (policy.wipeAtMax() ? FormatIds.FLAG_WIPE_AT_MAX : 0)
                | (policy.passcodeSetupNeeded() ? FormatIds.FLAG_PASSCODE_SETUP_NEEDED : 0);
    }
}
