package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.support.ForwardingAead;

import java.util.List;

/** Something may come before values are decrypted or encrypted. Notes each key that is made. */
final class WatchedAead extends ForwardingAead {
    private final Life life;
    private final List<Object> keys;

    WatchedAead(Life life, List<Object> keys) {
        this.life = life;
        this.keys = keys;
    }

    @Override
    public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
        return noted(super.deriveKek(secret, salt, info));
    }

    @Override
    public Dek importDek(byte[] bytes) {
        return noted(super.importDek(bytes));
    }

    @Override
    public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
        return noted(super.unwrap(kek, wrapped, binding));
    }

    @Override
    public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
        life.look("aead.seal", "");
        return super.seal(dek, plaintext, salt, binding);
    }

    @Override
    public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
        life.look("aead.open", "");
        return super.open(dek, ciphertext, salt, binding);
    }

    private <T> T noted(T key) {
        if (key != null) keys.add(key);
        return key;
    }
}
