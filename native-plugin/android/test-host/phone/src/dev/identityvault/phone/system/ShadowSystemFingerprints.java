package dev.identityvault.phone.system;

import android.hardware.fingerprint.FingerprintManager;
import android.os.CancellationSignal;
import android.os.Handler;
import android.os.Looper;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.SystemPrompt;
import dev.identityvault.phone.keystore.FakeOaep;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.util.ReflectionHelpers;

/** Fingerprints before Android 9: the system listens, and androidx shows the dialog. */
@Implements(value = FingerprintManager.class)
public class ShadowSystemFingerprints {
    /** Codes of {@code FingerprintManager} are the same as those of {@code BiometricPrompt}, as far as there are any. */
    @Implementation
    protected void authenticate(
            FingerprintManager.CryptoObject crypto,
            CancellationSignal cancel,
            int flags,
            FingerprintManager.AuthenticationCallback callback,
            Handler handler) {
        FakeOaep use = ShadowSystemBiometricPrompt.CipherSpiOf.cipher(crypto.getCipher());
        Handler ears = handler == null ? new Handler(Looper.getMainLooper()) : handler;
        SystemPrompt prompt =
                new SystemPrompt(
                        "biometric",
                        "",
                        use::authorise,
                        new SystemPrompt.Listener() {
                            @Override
                            public void succeeded() {
                                ears.post(() -> callback.onAuthenticationSucceeded(result(crypto)));
                            }

                            @Override
                            public void failed() {
                                ears.post(callback::onAuthenticationFailed);
                            }

                            @Override
                            public void ended(int code, String text) {
                                ears.post(() -> callback.onAuthenticationError(code, text));
                            }
                        });
        cancel.setOnCancelListener(prompt::cancel);
        prompt.show();
    }

    private static FingerprintManager.AuthenticationResult result(FingerprintManager.CryptoObject crypto) {
        FingerprintManager.AuthenticationResult result =
                ReflectionHelpers.newInstance(FingerprintManager.AuthenticationResult.class);
        ReflectionHelpers.setField(result, "mCryptoObject", crypto);
        return result;
    }

    @Implementation
    protected boolean isHardwareDetected() {
        FakeDevice device = FakeDevice.current();
        return device.sensor.equals("fingerprint");
    }

    @Implementation
    protected boolean hasEnrolledFingerprints() {
        return isHardwareDetected() && FakeDevice.current().enrolment > 0;
    }
}
