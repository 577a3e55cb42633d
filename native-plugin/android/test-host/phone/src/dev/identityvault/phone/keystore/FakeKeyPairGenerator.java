package dev.identityvault.phone.keystore;

import android.security.keystore.KeyGenParameterSpec;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.KeystoreEntry;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyPairGeneratorSpi;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;

/** RSA pairs. */
public final class FakeKeyPairGenerator extends KeyPairGeneratorSpi {
    private KeyGenParameterSpec spec;

    @Override
    public void initialize(int size, SecureRandom random) {
        throw new IllegalArgumentException("only KeyGenParameterSpec");
    }

    @Override
    public void initialize(AlgorithmParameterSpec parameters, SecureRandom random)
            throws InvalidAlgorithmParameterException {
        spec = Making.checked(parameters);
    }

    @Override
    public KeyPair generateKeyPair() {
        try {
            Making.assertPossible(spec);
        } catch (IllegalStateException impossible) {
            // As the real one does, from Android 12 on; before, it came as it is.
            throw new ProviderException(impossible);
        }
        FakeDevice device = FakeDevice.current();
        KeystoreEntry entry = new KeystoreEntry(spec, pair(), null, device);
        device.keys.put(spec.getKeystoreAlias(), entry);
        return new KeyPair(entry.pair.getPublic(), new FakePrivateKey(entry));
    }

    private KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
            generator.initialize(spec.getKeySize());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new ProviderException(failure);
        }
    }
}
