package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

/** Refuses everything: tests override what they allow. */
class NoAead implements Aead {
    @Override
    public byte[] digest(byte[] data) {
        throw new AssertionError("digest");
    }

    @Override
    public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
        throw new AssertionError("deriveKek");
    }

    @Override
    public Dek importDek(byte[] bytes) {
        throw new AssertionError("importDek");
    }

    @Override
    public byte[] wrap(Kek kek, byte[] dek, Binding binding) {
        throw new AssertionError("wrap");
    }

    @Override
    public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
        throw new AssertionError("unwrap");
    }

    @Override
    public byte[] dekBytes(Dek dek) {
        throw new AssertionError("dekBytes");
    }

    @Override
    public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
        throw new AssertionError("seal");
    }

    @Override
    public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
        throw new AssertionError("open");
    }
}
