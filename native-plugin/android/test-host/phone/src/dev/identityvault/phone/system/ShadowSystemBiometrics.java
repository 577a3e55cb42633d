package dev.identityvault.phone.system;

import android.hardware.biometrics.BiometricManager;
import dev.identityvault.phone.device.FakeDevice;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;

/** What the system says of biometrics, from Android 10 on. */
@Implements(value = BiometricManager.class, minSdk = 29)
public class ShadowSystemBiometrics {
    private static final int SUCCESS = 0;
    private static final int NONE_ENROLLED = 11;
    private static final int NO_HARDWARE = 12;
    private static final int WEAK = 0xFF;
    private static final int DEVICE_CREDENTIAL = 0x8000;

    @Implementation
    protected int canAuthenticate() {
        return canAuthenticate(WEAK);
    }

    @Implementation(minSdk = 30)
    protected int canAuthenticate(int authenticators) {
        FakeDevice device = FakeDevice.current();
        if ((authenticators & DEVICE_CREDENTIAL) != 0 && device.isScreenLockSet) return SUCCESS;
        if ((authenticators & WEAK) == 0) return NONE_ENROLLED;
        boolean isEnough = device.isStrong || (authenticators & WEAK) == WEAK;
        if (!device.hasSensor() || !isEnough) return NO_HARDWARE;
        return device.enrolment > 0 ? SUCCESS : NONE_ENROLLED;
    }
}
