package dev.identityvault.phone.keystore;

import android.security.keystore.KeyInfo;
import java.security.InvalidKeyException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactorySpi;

/** Tells of its keys, and makes none. */
public final class FakeSecretKeyFactory extends SecretKeyFactorySpi {
    @Override
    protected KeySpec engineGetKeySpec(SecretKey key, Class<?> type) throws InvalidKeySpecException {
        if (!(key instanceof FakeSecretKey ours) || type != KeyInfo.class)
            throw new InvalidKeySpecException("only KeyInfo of its own keys");
        return KeyInfos.of(ours.entry);
    }

    @Override
    protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
        throw new InvalidKeySpecException("To generate secret keys, use KeyGenerator");
    }

    @Override
    protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
        throw new InvalidKeyException("To import foreign keys, use KeyStore");
    }
}
