package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.app.Activity;
import android.content.Context;
import android.os.UserManager;
import android.security.keystore.KeyGenParameterSpec;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** What Android has from API 24 on. Used only behind a look at the version. */
@TargetApi(24)
public final class Api24 {
    private Api24() {}

    /**
     * Enrolling another finger or face destroys the key. Before, every such key is destroyed so.
     */
    public static void invalidateByEnrollment(KeyGenParameterSpec.Builder spec, boolean isIt) {
        spec.setInvalidatedByBiometricEnrollment(isIt);
    }

    /** Before the first unlock after a restart the app's files can't be read. */
    public static boolean isUserUnlocked(Context context) {
        UserManager users = (UserManager) context.getSystemService(Context.USER_SERVICE);
        return users == null || users.isUserUnlocked();
    }

    /** The certificate has to be one of the host that the socket was made for. */
    public static void verifyHost(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
    }

    public static boolean isInMultiWindow(Activity activity) {
        return activity.isInMultiWindowMode();
    }
}
