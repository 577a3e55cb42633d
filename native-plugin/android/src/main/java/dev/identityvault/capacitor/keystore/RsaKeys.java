package dev.identityvault.capacitor.keystore;

import android.os.Build;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyInfo;
import android.security.keystore.KeyProperties;

import dev.identityvault.capacitor.api.Api28;
import dev.identityvault.capacitor.api.Api35;
import dev.identityvault.capacitor.core.ports.CoreError;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

import javax.crypto.Cipher;

/** RSA-2048 key pairs of the key store. FORMAT.md §18.2. */
public final class RsaKeys {
    private static final String ALGORITHM = KeyProperties.KEY_ALGORITHM_RSA;
    private static final int BITS = 2048;

    private final Keystore keystore;

    public RsaKeys(Keystore keystore) {
        this.keystore = keystore;
    }

    /**
     * What a new pair is to be.
     *
     * @param inStrongBox in hardware that is only for keys
     */
    record Demand(RsaScheme scheme, boolean inStrongBox, Guard guard) {}

    /**
     * @throws CoreError {@code POLICY_NOT_MET}, {@code TEMPORARILY_UNAVAILABLE}
     */
    void generate(String name, Demand demand) {
        KeyGenParameterSpec.Builder spec =
                new KeyGenParameterSpec.Builder(name, KeyProperties.PURPOSE_DECRYPT)
                        .setKeySize(BITS)
                        .setDigests(demand.scheme().digests())
                        .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_RSA_OAEP);
        demand.guard().demandBy(spec);
        if (Build.VERSION.SDK_INT >= 35) Api35.allowMgf1Digests(spec);
        if (demand.inStrongBox() && Build.VERSION.SDK_INT >= 28) Api28.useStrongBox(spec);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM, Keystore.PROVIDER);
            generator.initialize(spec.build());
            generator.generateKeyPair();
        } catch (Exception failure) {
            throw KeystoreFailure.ofMaking(failure);
        }
    }

    /**
     * Needs nobody: the public key is taken out of the key store, which would guard it, too.
     *
     * @throws CoreError {@code KEY_MISSING}, {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] encrypt(String name, byte[] secret) {
        RsaScheme scheme = schemeOf(name);
        PublicKey kept = keystore.publicKey(name);
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(kept.getEncoded());
            PublicKey free = KeyFactory.getInstance(ALGORITHM).generatePublic(spec);
            Cipher cipher = Cipher.getInstance(RsaScheme.TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, free, scheme.parameters());
            return cipher.doFinal(secret);
        } catch (Exception failure) {
            throw KeystoreFailure.of(failure);
        }
    }

    /**
     * A cipher that decrypts once its guard is satisfied.
     *
     * @throws CoreError {@code KEY_MISSING}, {@code KEY_INVALIDATED}, {@code
     *     TEMPORARILY_UNAVAILABLE}
     */
    Cipher decryptor(String name) {
        Key key = Keystore.require(keystore.key(name));
        try {
            Cipher cipher = Cipher.getInstance(RsaScheme.TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, RsaScheme.ofDigests(digestsOf(key)).parameters());
            return cipher;
        } catch (Exception failure) {
            throw KeystoreFailure.of(failure);
        }
    }

    RsaScheme schemeOf(String name) {
        Key key = Keystore.require(keystore.key(name));
        try {
            return RsaScheme.ofDigests(digestsOf(key));
        } catch (Exception failure) {
            throw KeystoreFailure.of(failure);
        }
    }

    void destroy(String name) {
        keystore.destroy(name);
    }

    private static String[] digestsOf(Key key) throws GeneralSecurityException {
        return info(key).getDigests();
    }

    private static KeyInfo info(Key key) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(key.getAlgorithm(), Keystore.PROVIDER);
        return factory.getKeySpec((PrivateKey) key, KeyInfo.class);
    }
}
