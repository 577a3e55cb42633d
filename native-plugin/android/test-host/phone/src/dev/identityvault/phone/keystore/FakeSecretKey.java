package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.KeystoreEntry;
import javax.crypto.SecretKey;

/** Has no encoding, as keys in hardware. */
public final class FakeSecretKey implements SecretKey {
    final transient KeystoreEntry entry;

    FakeSecretKey(KeystoreEntry entry) {
        this.entry = entry;
    }

    @Override
    public String getAlgorithm() {
        return "HmacSHA256";
    }

    @Override
    public String getFormat() {
        return null;
    }

    @Override
    public byte[] getEncoded() {
        return null;
    }
}
