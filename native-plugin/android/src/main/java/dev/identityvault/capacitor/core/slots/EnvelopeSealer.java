package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.EncodedEnvelope;
import dev.identityvault.capacitor.core.codec.EnvelopeEncoder;
import dev.identityvault.capacitor.core.codec.Payload;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;

import java.util.Map;

/** Encrypts a vault. FORMAT.md §6.3. */
public final class EnvelopeSealer {
    private EnvelopeSealer() {}

    /**
     * Wraps the data key for one slot, under a fresh nonce.
     *
     * @param dek the raw data key
     */
    public static Slot wrapSlot(CorePorts ports, VaultBinding vault, Rewrap rewrap, byte[] dek) {
        byte[] nonce = ports.random().bytes(12);
        Aead.Binding binding = new Aead.Binding(nonce, SlotKey.aad(vault, rewrap.head()));
        return new Slot(rewrap.head(), nonce, ports.aead().wrap(rewrap.kek(), dek, binding));
    }

    /**
     * The envelope of these values, under a fresh nonce.
     *
     * @throws CoreError {@code INVALID_ARGUMENT}, {@code LIMIT_EXCEEDED}
     */
    public static EncodedEnvelope seal(
            CorePorts ports, HeaderDraft draft, Dek dek, Map<String, byte[]> values) {
        byte[] headerBytes = EnvelopeEncoder.encodeHeader(draft.of(values));
        byte[] payloadNonce = ports.random().bytes(12);
        Aead.Binding binding = new Aead.Binding(payloadNonce, headerBytes);
        PayloadSealer sealer = new PayloadSealer(ports.aead(), dek, draft.binding().vaultId());
        byte[] ciphertext = sealer.seal(values, binding);
        return EnvelopeEncoder.encodeEnvelope(headerBytes, payloadNonce, ciphertext);
    }

    /** Apart, so that the plaintext is not held any more when the envelope is put together. */
    private record PayloadSealer(Aead aead, Dek dek, byte[] vaultId) {
        byte[] seal(Map<String, byte[]> values, Aead.Binding binding) {
            byte[] payload = Payload.encode(values);
            try {
                return aead.seal(dek, payload, vaultId, binding);
            } finally {
                Bytes.erase(payload);
            }
        }
    }
}
