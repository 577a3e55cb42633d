package dev.identityvault.capacitor.keystore;

import android.security.keystore.KeyPermanentlyInvalidatedException;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStoreException;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;

import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;

/** Every exception of the key store becomes one code. FORMAT.md §18.2. */
public final class KeystoreFailure {
    private KeystoreFailure() {}

    /** Of a key that is used. */
    public static CoreError of(Exception failure) {
        if (failure instanceof CoreError refusal) return refusal;
        return new CoreError(codeOf(failure), "the key store refused", toldAs(failure));
    }

    /**
     * A fault inside the key store is told as one of its errors; it is no reason for other keys.
     */
    private static Exception toldAs(Exception failure) {
        boolean isFault =
                failure instanceof RuntimeException && !(failure instanceof ProviderException);
        return isFault ? new GeneralSecurityException(failure) : failure;
    }

    /** Of a key that is made: what it demands of the device can't be met. */
    static CoreError ofMaking(Exception failure) {
        boolean isDemand =
                failure instanceof InvalidAlgorithmParameterException
                        || failure instanceof IllegalStateException;
        if (!isDemand || isCausedBy(failure, KeystoreFailure::isOfKeystore)) return of(failure);
        return new CoreError(
                CoreErrorCode.POLICY_NOT_MET, "such a key can't be made here", failure);
    }

    /** The key store itself fails, and not what it was asked for. */
    static boolean isOfStore(Throwable failure) {
        return isCausedBy(failure, KeystoreFailure::isUnusable);
    }

    private static CoreErrorCode codeOf(Exception failure) {
        if (isCausedBy(failure, each -> each instanceof KeyPermanentlyInvalidatedException))
            return CoreErrorCode.KEY_INVALIDATED;
        if (isOfStore(failure)) return CoreErrorCode.TEMPORARILY_UNAVAILABLE;
        // Android gives these a KeyStoreException as their cause, and says with their class that
        // the input was wrong (AOSP, AndroidKeyStoreCipherSpiBase.engineDoFinal).
        if (failure instanceof BadPaddingException) return CoreErrorCode.AUTHENTICATION_FAILED;
        // This one stands for every other error, too: then that is its cause.
        boolean isInput =
                failure instanceof IllegalBlockSizeException
                        && !isCausedBy(failure, KeystoreFailure::isOfKeystore);
        return isInput
                ? CoreErrorCode.AUTHENTICATION_FAILED
                : CoreErrorCode.TEMPORARILY_UNAVAILABLE;
    }

    private static boolean isUnusable(Throwable failure) {
        return failure instanceof UnrecoverableKeyException
                || failure instanceof KeyStoreException
                || failure instanceof ProviderException
                || failure instanceof IOException;
    }

    /** Android has a class of the same name, which apps see from API 33 on. */
    private static boolean isOfKeystore(Throwable failure) {
        return failure.getClass().getName().equals("android.security.KeyStoreException");
    }

    private interface Test {
        boolean holds(Throwable failure);
    }

    private static boolean isCausedBy(Throwable failure, Test test) {
        for (Throwable each = failure; each != null; each = each.getCause())
            if (test.holds(each)) return true;
        return false;
    }
}
