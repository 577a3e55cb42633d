package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.KeystoreEntry;
import javax.crypto.SecretKey;

public final class FakeSecretKey extends FakeKey implements SecretKey {
    FakeSecretKey(KeystoreEntry entry) {
        super(entry, "HmacSHA256");
    }
}
