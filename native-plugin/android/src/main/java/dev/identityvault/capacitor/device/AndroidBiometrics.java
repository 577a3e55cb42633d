package dev.identityvault.capacitor.device;

import android.app.KeyguardManager;
import android.content.Context;
import android.os.Build;

import androidx.biometric.BiometricManager;
import androidx.biometric.BiometricManager.Authenticators;

import dev.identityvault.capacitor.keystore.RsaLadder;
import dev.identityvault.capacitor.vaults.Biometrics;

/** Class 3 biometrics, the only ones that release a key; and the screen lock. */
public final class AndroidBiometrics implements Biometrics {
    private final Context context;
    private final RsaLadder ladder;

    public AndroidBiometrics(Context context, RsaLadder ladder) {
        this.context = context;
        this.ladder = ladder;
    }

    @Override
    public boolean isSupported() {
        return isThere(stateOf(Authenticators.BIOMETRIC_STRONG));
    }

    @Override
    public boolean isAvailable() {
        return isEnrolled() && !ladder.isExhausted();
    }

    /** Somebody can be recognised now. */
    public boolean isEnrolled() {
        return stateOf(Authenticators.BIOMETRIC_STRONG) == BiometricManager.BIOMETRIC_SUCCESS;
    }

    /** There is hardware of any class. */
    boolean isWeakSupported() {
        return isThere(stateOf(Authenticators.BIOMETRIC_WEAK));
    }

    boolean hasScreenLock() {
        KeyguardManager keyguard =
                (KeyguardManager) context.getSystemService(Context.KEYGUARD_SERVICE);
        return keyguard != null && keyguard.isDeviceSecure();
    }

    /** Before, the system has no prompt for a key that the screen lock guards. */
    @Override
    public boolean hasDeviceCredentialKeys() {
        return Build.VERSION.SDK_INT >= 30 && hasScreenLock() && !ladder.isExhausted();
    }

    private int stateOf(int authenticators) {
        return BiometricManager.from(context).canAuthenticate(authenticators);
    }

    private static boolean isThere(int state) {
        return switch (state) {
            case BiometricManager.BIOMETRIC_SUCCESS,
                    BiometricManager.BIOMETRIC_ERROR_NONE_ENROLLED,
                    BiometricManager.BIOMETRIC_ERROR_HW_UNAVAILABLE ->
                    true;
            default -> false;
        };
    }
}
