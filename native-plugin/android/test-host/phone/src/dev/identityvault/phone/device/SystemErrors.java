package dev.identityvault.phone.device;

import javax.crypto.IllegalBlockSizeException;
import org.robolectric.util.ReflectionHelpers;
import org.robolectric.util.ReflectionHelpers.ClassParameter;

/** How Android tells the errors of its key store. */
public final class SystemErrors {
    /** KM_ERROR_KEY_USER_NOT_AUTHENTICATED of {@code KeymasterDefs}. */
    private static final int NOT_AUTHENTICATED = -26;

    private SystemErrors() {}

    /** Nobody was there (AOSP, {@code AndroidKeyStoreCipherSpiBase.engineDoFinal}). */
    public static IllegalBlockSizeException notAuthenticated() {
        return blockSize(NOT_AUTHENTICATED, "Key user not authenticated");
    }

    /** It stands for every other error, too: its cause says which one. */
    static IllegalBlockSizeException blockSize(int code, String message) {
        IllegalBlockSizeException told = new IllegalBlockSizeException();
        told.initCause(keyStoreException(code, message));
        return told;
    }

    /** {@code android.security.KeyStoreException}, which apps don't see before API 33. */
    private static Throwable keyStoreException(int code, String message) {
        try {
            Class<?> type = Class.forName("android.security.KeyStoreException");
            return (Throwable)
                    ReflectionHelpers.callConstructor(
                            type, ClassParameter.from(int.class, code), ClassParameter.from(String.class, message));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
