package dev.identityvault.capacitor.biometrics;

import android.content.Context;

import androidx.biometric.BiometricManager.Authenticators;
import androidx.biometric.BiometricPrompt;

import dev.identityvault.capacitor.R;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.keystore.GuardedDecryption.Request;
import dev.identityvault.capacitor.vaults.PromptTexts;

/** What a prompt of the system says: the app's words or, where it has none, our own. */
final class PromptWords {
    private PromptWords() {}

    static BiometricPrompt.PromptInfo of(Request request, Context context) {
        PromptTexts texts = request.context().texts();
        BiometricPrompt.PromptInfo.Builder info =
                new BiometricPrompt.PromptInfo.Builder()
                        .setTitle(either(texts.title(), R.string.identity_vault_prompt, context))
                        .setSubtitle(texts.subtitle())
                        .setDescription(texts.description());
        if (request.kind() == Kind.DEVICE_CREDENTIAL)
            return info.setAllowedAuthenticators(Authenticators.DEVICE_CREDENTIAL).build();
        int button =
                request.context().offersDeviceCredential()
                        ? R.string.identity_vault_use_screen_lock
                        : R.string.identity_vault_cancel;
        return info.setAllowedAuthenticators(Authenticators.BIOMETRIC_STRONG)
                .setNegativeButtonText(either(texts.negativeButton(), button, context))
                .build();
    }

    private static String either(String text, int resource, Context context) {
        return text == null || text.trim().isEmpty() ? context.getString(resource) : text;
    }
}
