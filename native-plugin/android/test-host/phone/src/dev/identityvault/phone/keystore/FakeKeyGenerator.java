package dev.identityvault.phone.keystore;

import android.security.keystore.KeyGenParameterSpec;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.KeystoreEntry;
import java.security.InvalidAlgorithmParameterException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KeyGeneratorSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC keys. */
public final class FakeKeyGenerator extends KeyGeneratorSpi {
    private KeyGenParameterSpec spec;

    @Override
    protected void engineInit(SecureRandom random) {
        throw new UnsupportedOperationException("only KeyGenParameterSpec");
    }

    @Override
    protected void engineInit(int size, SecureRandom random) {
        throw new UnsupportedOperationException("only KeyGenParameterSpec");
    }

    @Override
    protected void engineInit(AlgorithmParameterSpec parameters, SecureRandom random)
            throws InvalidAlgorithmParameterException {
        spec = Making.checked(parameters);
    }

    @Override
    protected SecretKey engineGenerateKey() {
        Making.assertPossible(spec);
        byte[] bytes = new byte[spec.getKeySize() / 8];
        new SecureRandom().nextBytes(bytes);
        FakeDevice device = FakeDevice.current();
        KeystoreEntry entry = new KeystoreEntry(spec, null, new SecretKeySpec(bytes, "HmacSHA256"), device);
        device.keys.put(spec.getKeystoreAlias(), entry);
        return new FakeSecretKey(entry);
    }
}
