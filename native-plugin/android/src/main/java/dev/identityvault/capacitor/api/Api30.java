package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;

/** What Android has from API 30 on. Used only behind a look at the version. */
@TargetApi(30)
public final class Api30 {
    private Api30() {}

    /** Each use of the key needs class 3 biometrics. */
    public static void requireBiometric(KeyGenParameterSpec.Builder spec) {
        spec.setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG);
    }

    /** Each use of the key needs the screen lock. */
    public static void requireDeviceCredential(KeyGenParameterSpec.Builder spec) {
        spec.setUserAuthenticationParameters(0, KeyProperties.AUTH_DEVICE_CREDENTIAL);
    }
}
