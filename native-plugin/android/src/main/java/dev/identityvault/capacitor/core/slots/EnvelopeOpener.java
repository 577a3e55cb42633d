package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Payload;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

import java.util.Map;

/** Opens an envelope with one slot. FORMAT.md §6.4. */
public final class EnvelopeOpener {
    private EnvelopeOpener() {}

    /**
     * @throws CoreError {@code SCOPE_MISMATCH}
     */
    public static void assertScope(byte[] actual, byte[] expected) {
        if (!Bytes.isEqual(actual, expected)) {
            throw new CoreError(
                    CoreErrorCode.SCOPE_MISMATCH, "stored for another app, vault or user");
        }
    }

    /**
     * @throws CoreError {@code SLOT_NOT_FOUND}
     */
    public static Slot findSlot(Envelope envelope, Kind kind) {
        for (Slot slot : envelope.header().slots()) {
            if (slot.head().kind() == kind) return slot;
        }
        throw new CoreError(CoreErrorCode.SLOT_NOT_FOUND, "the vault has no slot of this kind");
    }

    /**
     * @throws CoreError {@code AUTHENTICATION_FAILED}, and whatever the device's keys throw
     */
    public static OpenedSlot openSlot(
            CorePorts ports, Envelope envelope, Slot slot, Credential credential) {
        Header header = envelope.header();
        SlotContext context = new SlotContext(header.vaultId(), slot.head());
        Kek kek = SlotKey.derive(ports, context, SlotSecret.of(ports, context, credential));
        VaultBinding vault = new VaultBinding(header.vaultId(), header.scope());
        Aead.Binding binding = new Aead.Binding(slot.nonce(), SlotKey.aad(vault, slot.head()));
        Dek dek = ports.aead().unwrap(kek, slot.wrapped(), binding);
        if (dek == null)
            throw new CoreError(CoreErrorCode.AUTHENTICATION_FAILED, "the slot does not open");
        return new OpenedSlot(dek, kek, slot.head().slotId());
    }

    /**
     * @throws CoreError {@code CORRUPT}: not what was sealed, or not a payload, or flags that say
     *     otherwise
     */
    public static Map<String, byte[]> openPayload(Aead aead, Envelope envelope, Dek dek) {
        Header header = envelope.header();
        Aead.Binding binding = new Aead.Binding(envelope.payloadNonce(), envelope.headerBytes());
        byte[] plaintext = aead.open(dek, envelope.ciphertext(), header.vaultId(), binding);
        if (plaintext == null) throw CoreError.corrupt("the payload is not what was sealed");
        Map<String, byte[]> values = parsed(plaintext);
        boolean hasSession = values.containsKey(Payload.SESSION_KEY);
        if (header.hasValues() == values.isEmpty() || header.hasSession() != hasSession) {
            throw CoreError.corrupt("flags and payload disagree");
        }
        return values;
    }

    private static Map<String, byte[]> parsed(byte[] plaintext) {
        try {
            return Payload.parse(plaintext);
        } finally {
            Bytes.erase(plaintext);
        }
    }
}
