package dev.identityvault.capacitor.core.ports;

import dev.identityvault.capacitor.core.codec.Slice;

/** Suite 1: AES-256-GCM, HKDF-SHA-256, SHA-256. FORMAT.md §6.3. */
public interface Aead {
    /** What a sealed text is bound to. */
    record Binding(byte[] nonce, byte[] aad) {}

    byte[] digest(byte[] data);

    /**
     * @param secret the caller's, who wipes it
     */
    Kek deriveKek(byte[] secret, byte[] salt, byte[] info);

    /**
     * @param bytes the caller's, who wipes them
     */
    Dek importDek(byte[] bytes);

    /**
     * @param dek the raw data key: only its creator has it, and only while it makes the slots
     */
    byte[] wrap(Kek kek, byte[] dek, Binding binding);

    /** {@code null}: the tag does not verify. */
    Dek unwrap(Kek kek, byte[] wrapped, Binding binding);

    /**
     * A copy of the raw data key, to wrap it for another slot; the caller wipes it. {@code null}
     * where keys can't be read: there a re-key that would need it is refused.
     */
    byte[] dekBytes(Dek dek);

    /**
     * @param salt of the payload key: the vault id
     */
    byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding);

    /** {@code null}: the tag does not verify. */
    byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding);
}
