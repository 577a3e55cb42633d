package dev.identityvault.capacitor.keystore;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.security.Key;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The system's key store, by names. Every exception of it leaves as one code. */
public final class Keystore {
    static final String PROVIDER = "AndroidKeyStore";

    private static final String OURS = "idv1.";

    /** What may go wrong with a key store. */
    interface Use<T> {
        T of(KeyStore store) throws Exception;
    }

    /**
     * {@code null} is the only sign that it is definitely not there: other questions are answered
     * with no on any error. FORMAT.md §18.2.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}, {@code KEY_INVALIDATED}
     */
    Key key(String name) {
        return with(store -> store.getKey(name, null));
    }

    /**
     * @throws CoreError {@code KEY_MISSING}, {@code TEMPORARILY_UNAVAILABLE}
     */
    PublicKey publicKey(String name) {
        require(key(name));
        Certificate certificate = with(store -> store.getCertificate(name));
        if (certificate == null)
            throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "no public key is told");
        return certificate.getPublicKey();
    }

    /**
     * @throws CoreError {@code KEY_MISSING}
     */
    static <K> K require(K key) {
        if (key == null) throw new CoreError(CoreErrorCode.KEY_MISSING, "there is no such key");
        return key;
    }

    boolean exists(String name) {
        return key(name) != null;
    }

    /** Succeeds when there is none. */
    public void destroy(String name) {
        if (isAbsent(name)) return;
        with(
                store -> {
                    store.deleteEntry(name);
                    return null;
                });
    }

    /** Of every key of ours. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (String each : with(store -> Collections.list(store.aliases())))
            if (each.startsWith(OURS)) names.add(each);
        return names;
    }

    /** A key that can't be looked at is deleted all the same. */
    private boolean isAbsent(String name) {
        try {
            return key(name) == null;
        } catch (CoreError broken) {
            return false;
        }
    }

    private static <T> T with(Use<T> use) {
        try {
            KeyStore store = KeyStore.getInstance(PROVIDER);
            store.load(null);
            return use.of(store);
        } catch (Exception failure) {
            throw KeystoreFailure.of(failure);
        }
    }
}
