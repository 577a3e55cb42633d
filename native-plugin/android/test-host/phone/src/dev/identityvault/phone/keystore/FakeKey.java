package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.KeystoreEntry;
import java.security.Key;

/** Has no encoding, as keys in hardware. */
abstract class FakeKey implements Key {
    final transient KeystoreEntry entry;
    private final String algorithm;

    FakeKey(KeystoreEntry entry, String algorithm) {
        this.entry = entry;
        this.algorithm = algorithm;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
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
