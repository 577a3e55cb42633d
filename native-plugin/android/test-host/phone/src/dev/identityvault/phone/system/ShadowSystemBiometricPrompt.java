package dev.identityvault.phone.system;

import android.hardware.biometrics.BiometricPrompt;
import android.os.Build;
import android.os.Bundle;
import android.os.CancellationSignal;
import dev.identityvault.phone.device.SystemPrompt;
import dev.identityvault.phone.keystore.FakeOaep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.crypto.Cipher;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.annotation.RealObject;
import org.robolectric.util.ReflectionHelpers;
import org.robolectric.util.ReflectionHelpers.ClassParameter;

/** The system's prompt from Android 9 on, before the person of the fake phone. What is above it is real. */
@Implements(value = BiometricPrompt.class, minSdk = 28)
public class ShadowSystemBiometricPrompt {
    private static final int BIOMETRIC = 2;
    private static final int DEVICE_CREDENTIAL = 1;

    /** Before Android 11 a prompt keeps its words by these. */
    private static final Map<String, String> KEYS =
            Map.of("Title", "title", "Subtitle", "subtitle", "Description", "description", "NegativeButtonText", "negative_text");

    @RealObject private BiometricPrompt prompt;

    @Implementation
    protected void authenticate(
            BiometricPrompt.CryptoObject crypto,
            CancellationSignal cancel,
            Executor executor,
            BiometricPrompt.AuthenticationCallback callback) {
        FakeOaep use = CipherSpiOf.cipher(crypto.getCipher());
        boolean isCredential = use.needsCredential();
        SystemPrompt shown =
                new SystemPrompt(
                        isCredential ? "passcode" : "biometric",
                        words(),
                        use::authorise,
                        new SystemPrompt.Listener() {
                            @Override
                            public void succeeded() {
                                Object result = result(crypto, isCredential ? DEVICE_CREDENTIAL : BIOMETRIC);
                                executor.execute(
                                        () ->
                                                callback.onAuthenticationSucceeded(
                                                        (BiometricPrompt.AuthenticationResult) result));
                            }

                            @Override
                            public void failed() {
                                executor.execute(callback::onAuthenticationFailed);
                            }

                            @Override
                            public void ended(int code, String text) {
                                executor.execute(() -> callback.onAuthenticationError(code, text));
                            }
                        });
        cancel.setOnCancelListener(shown::cancel);
        shown.show();
    }

    /** As it was built: title, subtitle, description and button, those that are there, a line each. */
    private String words() {
        List<String> words = new ArrayList<>();
        for (String part : new String[] {"Title", "Subtitle", "Description", "NegativeButtonText"}) {
            CharSequence word = part(part);
            if (word != null) words.add(word.toString());
        }
        return String.join("\n", words);
    }

    private CharSequence part(String name) {
        if (Build.VERSION.SDK_INT >= 30) return ReflectionHelpers.callInstanceMethod(prompt, "get" + name);
        Bundle bundle = ReflectionHelpers.getField(prompt, "mBundle");
        return bundle.getCharSequence(KEYS.get(name));
    }

    /** Without a key nothing is proved: the plugin never asks so, and a test fails where it does. */
    @Implementation
    protected void authenticate(
            CancellationSignal cancel, Executor executor, BiometricPrompt.AuthenticationCallback callback) {
        throw new AssertionError("a prompt without a CryptoObject");
    }

    private static Object result(BiometricPrompt.CryptoObject crypto, int type) {
        ClassParameter<?> ofCrypto = ClassParameter.from(BiometricPrompt.CryptoObject.class, crypto);
        if (Build.VERSION.SDK_INT < 30)
            return ReflectionHelpers.callConstructor(BiometricPrompt.AuthenticationResult.class, ofCrypto);
        return ReflectionHelpers.callConstructor(
                BiometricPrompt.AuthenticationResult.class, ofCrypto, ClassParameter.from(int.class, type));
    }

    /** The part of a cipher that knows its key. */
    static final class CipherSpiOf {
        private CipherSpiOf() {}

        static FakeOaep cipher(Cipher cipher) {
            return ReflectionHelpers.getField(cipher, "spi");
        }
    }
}
