package dev.identityvault.capacitor.keystore;

import android.os.Build;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;

import dev.identityvault.capacitor.api.Api28;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.DeviceKeys;

import java.security.Key;
import java.security.NoSuchAlgorithmException;

import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 with keys that don't leave the key store and ask nobody: a lease is written after
 * the screen went off. FORMAT.md §18.2.
 */
abstract class HmacKeys implements DeviceKeys {
    private static final String ALGORITHM = KeyProperties.KEY_ALGORITHM_HMAC_SHA256;
    private static final int BITS = 256;

    private final Keystore keystore;
    private final boolean prefersStrongBox;

    /**
     * @param prefersStrongBox also where it is slow
     */
    HmacKeys(Keystore keystore, boolean prefersStrongBox) {
        this.keystore = keystore;
        this.prefersStrongBox = prefersStrongBox;
    }

    /**
     * @throws CoreError {@code POLICY_NOT_MET}: the system has no such keys; {@code
     *     TEMPORARILY_UNAVAILABLE}
     */
    @Override
    public void create(String name) {
        if (!prefersStrongBox || !createdInStrongBox(name)) generate(name, false);
    }

    private boolean createdInStrongBox(String name) {
        try {
            generate(name, true);
            return true;
        } catch (CoreError refusal) {
            keystore.destroy(name);
            return false;
        }
    }

    private static void generate(String name, boolean inStrongBox) {
        KeyGenParameterSpec.Builder spec =
                new KeyGenParameterSpec.Builder(name, KeyProperties.PURPOSE_SIGN)
                        .setKeySize(BITS)
                        .setDigests(KeyProperties.DIGEST_SHA256);
        if (inStrongBox && Build.VERSION.SDK_INT >= 28) Api28.useStrongBox(spec);
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM, Keystore.PROVIDER);
            generator.init(spec.build());
            generator.generateKey();
        } catch (NoSuchAlgorithmException cause) {
            throw new CoreError(CoreErrorCode.POLICY_NOT_MET, "there are no HMAC keys", cause);
        } catch (Exception failure) {
            throw KeystoreFailure.ofMaking(failure);
        }
    }

    @Override
    public boolean exists(String name) {
        return keystore.exists(name);
    }

    @Override
    public void destroy(String name) {
        keystore.destroy(name);
    }

    /**
     * @throws CoreError {@code KEY_MISSING}, {@code DEVICE_FUNCTION_FAILED}: it is a key of another
     *     kind; {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] macOf(String name, byte[] data) {
        Key key = Keystore.require(keystore.key(name));
        boolean canDoIt = key instanceof SecretKey && ALGORITHM.equals(key.getAlgorithm());
        if (!canDoIt)
            throw new CoreError(CoreErrorCode.DEVICE_FUNCTION_FAILED, "a key of another kind");
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (Exception failure) {
            throw KeystoreFailure.of(failure);
        }
    }
}
