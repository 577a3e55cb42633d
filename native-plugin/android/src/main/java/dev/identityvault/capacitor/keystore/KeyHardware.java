package dev.identityvault.capacitor.keystore;

import android.os.Build;
import android.security.keystore.KeyInfo;

import dev.identityvault.capacitor.api.Api31;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.vaults.Tristate;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;

/** Whether hardware of its own keeps keys, as the key store says of each of them. */
public final class KeyHardware {
    private static final String PROBE = "idv1.probe";

    private final Keystore keystore;
    private final DeviceProbe probe;

    /** Makes a key like those of vaults. */
    interface DeviceProbe {
        void create(String name);
    }

    public KeyHardware(Keystore keystore, KeystoreAnchorMac keys) {
        this.keystore = keystore;
        probe = keys::create;
    }

    /** Whether all of these are in hardware; of none: unknown. */
    public Tristate of(List<String> names) {
        Tristate all = names.isEmpty() ? Tristate.UNKNOWN : Tristate.YES;
        for (String name : names) {
            Tristate one = of(name);
            if (one == Tristate.NO) return one;
            if (one == Tristate.UNKNOWN) all = one;
        }
        return all;
    }

    /** Whether a new key would be. */
    public synchronized Tristate ofNewKey() {
        try {
            probe.create(PROBE);
            Tristate found = of(PROBE);
            keystore.destroy(PROBE);
            return found;
        } catch (CoreError refusal) {
            return Tristate.UNKNOWN;
        }
    }

    private Tristate of(String name) {
        try {
            Key key = keystore.key(name);
            return key == null ? Tristate.UNKNOWN : ofInfo(info(key));
        } catch (CoreError | GeneralSecurityException | ProviderException unknown) {
            return Tristate.UNKNOWN;
        }
    }

    private static KeyInfo info(Key key) throws GeneralSecurityException {
        String algorithm = key.getAlgorithm();
        if (key instanceof SecretKey secret)
            return (KeyInfo)
                    SecretKeyFactory.getInstance(algorithm, Keystore.PROVIDER)
                            .getKeySpec(secret, KeyInfo.class);
        return KeyFactory.getInstance(algorithm, Keystore.PROVIDER)
                .getKeySpec((PrivateKey) key, KeyInfo.class);
    }

    private static Tristate ofInfo(KeyInfo info) {
        if (Build.VERSION.SDK_INT < 31) return Tristate.of(isInsideSecureHardware(info));
        Boolean isBacked = Api31.isHardwareBacked(info);
        return isBacked == null ? Tristate.UNKNOWN : Tristate.of(isBacked);
    }

    @SuppressWarnings("deprecation")
    private static boolean isInsideSecureHardware(KeyInfo info) {
        return info.isInsideSecureHardware();
    }
}
