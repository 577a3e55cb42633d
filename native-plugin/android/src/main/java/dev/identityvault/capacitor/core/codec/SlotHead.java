package dev.identityvault.capacitor.core.codec;

/**
 * The public part of a slot: bound to the wrapped key as additional data. FORMAT.md §4.1.
 *
 * @param slotId 8 bytes, random
 * @param iterations 0 where nothing is derived
 * @param enc what the KEM decrypts; the credential id for WebAuthn PRF
 */
public record SlotHead(
        Kind kind,
        Kem kem,
        Prf prf,
        byte[] slotId,
        KdfId kdf,
        int iterations,
        byte[] salt,
        byte[] enc) {

    /** The same slot with another secret for the same key. */
    public SlotHead withEnc(byte[] enc) {
        return new SlotHead(kind, kem, prf, slotId, kdf, iterations, salt, enc);
    }
}
