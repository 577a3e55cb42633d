package dev.identityvault.phone.keystore;

import android.security.keystore.KeyInfo;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/** Tells of its keys, and makes none. */
public final class FakeKeyFactory extends KeyFactorySpi {
    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type) throws InvalidKeySpecException {
        if (!(key instanceof FakePrivateKey ours) || type != KeyInfo.class)
            throw new InvalidKeySpecException("only KeyInfo of its own keys");
        return type.cast(KeyInfos.of(ours.entry));
    }

    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
        throw new InvalidKeySpecException("To generate a key pair, use KeyPairGenerator");
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
        throw new InvalidKeySpecException("To generate a key pair, use KeyPairGenerator");
    }

    @Override
    protected Key engineTranslateKey(Key key) throws InvalidKeyException {
        throw new InvalidKeyException("To import foreign keys, use KeyStore");
    }
}
