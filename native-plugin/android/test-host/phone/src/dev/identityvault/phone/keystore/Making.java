package dev.identityvault.phone.keystore;

import android.os.Build;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.StrongBoxUnavailableException;
import dev.identityvault.phone.device.FakeDevice;
import java.security.InvalidAlgorithmParameterException;
import java.security.spec.AlgorithmParameterSpec;

/** Whether this phone makes such a key. */
final class Making {
    private Making() {}

    static KeyGenParameterSpec checked(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
        if (!(parameters instanceof KeyGenParameterSpec spec))
            throw new InvalidAlgorithmParameterException("only KeyGenParameterSpec");
        return spec;
    }

    static void assertPossible(KeyGenParameterSpec spec) {
        FakeDevice device = FakeDevice.current();
        device.failures.mayFail("generate");
        if (Build.VERSION.SDK_INT >= 28 && spec.isStrongBoxBacked()) {
            device.failures.mayFail("strongBox");
            if (!device.hasStrongBox) throw new StrongBoxUnavailableException("no StrongBox");
        }
        if (!spec.isUserAuthenticationRequired()) return;
        if (spec.getUserAuthenticationValidityDurationSeconds() > 0)
            throw new IllegalStateException("a key that is open for a time");
        if (!device.isScreenLockSet)
            throw new IllegalStateException("Secure lock screen must be enabled to create keys requiring user authentication");
        boolean needsCredential = Build.VERSION.SDK_INT >= 30 && spec.getUserAuthenticationType() == 1;
        if (!needsCredential && (device.enrolment == 0 || !device.isStrong))
            throw new IllegalStateException("At least one biometric must be enrolled to create keys requiring user authentication for every use");
    }
}
