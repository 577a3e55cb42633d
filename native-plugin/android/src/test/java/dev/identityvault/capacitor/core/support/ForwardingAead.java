package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.crypto.JcaAead;

/** The real cryptography, for tests that change one of its answers, or look when it is asked. */
public class ForwardingAead implements Aead {
    private final Aead real = new JcaAead();

    @Override
    public byte[] digest(byte[] data) {
        return real.digest(data);
    }

    @Override
    public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
        return real.deriveKek(secret, salt, info);
    }

    @Override
    public Dek importDek(byte[] bytes) {
        return real.importDek(bytes);
    }

    @Override
    public byte[] wrap(Kek kek, byte[] dek, Binding binding) {
        return real.wrap(kek, dek, binding);
    }

    @Override
    public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
        return real.unwrap(kek, wrapped, binding);
    }

    @Override
    public byte[] dekBytes(Dek dek) {
        return real.dekBytes(dek);
    }

    @Override
    public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
        return real.seal(dek, plaintext, salt, binding);
    }

    @Override
    public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
        return real.open(dek, ciphertext, salt, binding);
    }
}
