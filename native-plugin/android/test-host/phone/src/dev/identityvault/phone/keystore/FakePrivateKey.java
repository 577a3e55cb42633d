package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.KeystoreEntry;
import java.security.PrivateKey;

public final class FakePrivateKey extends FakeKey implements PrivateKey {
    FakePrivateKey(KeystoreEntry entry) {
        super(entry, "RSA");
    }
}
