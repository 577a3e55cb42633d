package dev.identityvault.capacitor.keystore;

import android.os.Build;
import android.security.keystore.KeyGenParameterSpec;

import dev.identityvault.capacitor.api.Api24;
import dev.identityvault.capacitor.api.Api30;

/** Who has to be there each time a key is used. FORMAT.md §18.2. */
enum Guard {
    /** Nobody: for the proof that the key store can do it at all. */
    NOBODY,
    BIOMETRIC,
    /** Whoever is enrolled later, too. */
    BIOMETRIC_OF_ANYONE,
    /** From API 30 on. */
    DEVICE_CREDENTIAL;

    void demandBy(KeyGenParameterSpec.Builder spec) {
        if (this == NOBODY) return;
        spec.setUserAuthenticationRequired(true);
        if (Build.VERSION.SDK_INT < 30) demandEachTime(spec);
        else if (this == DEVICE_CREDENTIAL) Api30.requireDeviceCredential(spec);
        else Api30.requireBiometric(spec);
        // Last: what comes after it may take it back.
        if (Build.VERSION.SDK_INT >= 24 && this != DEVICE_CREDENTIAL)
            Api24.invalidateByEnrollment(spec, this == BIOMETRIC);
    }

    /** Before API 30 it is said so; the only way to do it is a biometric prompt of class 3. */
    @SuppressWarnings("deprecation")
    private static void demandEachTime(KeyGenParameterSpec.Builder spec) {
        spec.setUserAuthenticationValidityDurationSeconds(-1);
    }
}
