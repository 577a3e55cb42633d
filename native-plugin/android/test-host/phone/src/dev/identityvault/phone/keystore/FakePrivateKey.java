package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.KeystoreEntry;
import java.security.PrivateKey;

/** Has no encoding, as keys in hardware. */
public final class FakePrivateKey implements PrivateKey {
    final transient KeystoreEntry entry;

    FakePrivateKey(KeystoreEntry entry) {
        this.entry = entry;
    }

    @Override
    public String getAlgorithm() {
        return "RSA";
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
