package dev.identityvault.phone.device;

import android.os.Build;
import android.security.keystore.KeyGenParameterSpec;
import java.security.KeyPair;
import javax.crypto.SecretKey;

/** A key of the phone, and what it was made for. Exactly one of the two is there. */
public final class KeystoreEntry {
    public final KeyGenParameterSpec spec;
    public final KeyPair pair;
    public final SecretKey secret;
    private final int enrolmentEpoch;
    private final int screenLockEpoch;

    public KeystoreEntry(KeyGenParameterSpec spec, KeyPair pair, SecretKey secret, FakeDevice device) {
        this.spec = spec;
        this.pair = pair;
        this.secret = secret;
        enrolmentEpoch = device.enrolmentEpoch;
        screenLockEpoch = device.screenLockEpoch;
    }

    public boolean isGuarded() {
        return spec.isUserAuthenticationRequired();
    }

    public boolean isStrongBoxBacked() {
        return Build.VERSION.SDK_INT >= 28 && spec.isStrongBoxBacked();
    }

    /** Whether only the screen lock opens it, and no finger. */
    public boolean needsCredential() {
        return Build.VERSION.SDK_INT >= 30 && isGuarded() && spec.getUserAuthenticationType() == 1;
    }

    /** Destroyed by the system: the screen lock is gone, or someone else was enrolled. */
    public boolean isInvalidated(FakeDevice device) {
        if (!isGuarded()) return false;
        if (screenLockEpoch != device.screenLockEpoch) return true;
        return !needsCredential() && diesByEnrolment() && enrolmentEpoch != device.enrolmentEpoch;
    }

    private boolean diesByEnrolment() {
        return Build.VERSION.SDK_INT < 24 || spec.isInvalidatedByBiometricEnrollment();
    }
}
