package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.support.ForwardingAead;

/** Something may come before values are decrypted. */
final class WatchedAead extends ForwardingAead {
    private final Life life;

    WatchedAead(Life life) {
        this.life = life;
    }

    @Override
    public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
        life.look("aead.open", "");
        return super.open(dek, ciphertext, salt, binding);
    }
}
