package dev.identityvault.capacitor.biometrics;

import androidx.biometric.BiometricPrompt;

import dev.identityvault.capacitor.core.ports.CoreErrorCode;

/** What a prompt of the system ended with. FORMAT.md §18.2. */
final class PromptError {
    private PromptError() {}

    /**
     * @param offersOther the button that dismisses it is for the vault's other way, which is asked
     *     next
     */
    static CoreErrorCode codeOf(int error, boolean offersOther) {
        return switch (error) {
            case BiometricPrompt.ERROR_NEGATIVE_BUTTON ->
                    offersOther ? CoreErrorCode.POLICY_NOT_MET : CoreErrorCode.USER_CANCELED;
            case BiometricPrompt.ERROR_CANCELED, BiometricPrompt.ERROR_USER_CANCELED ->
                    CoreErrorCode.USER_CANCELED;
            case BiometricPrompt.ERROR_LOCKOUT, BiometricPrompt.ERROR_LOCKOUT_PERMANENT ->
                    CoreErrorCode.LOCKED_OUT;
            case BiometricPrompt.ERROR_HW_UNAVAILABLE,
                    BiometricPrompt.ERROR_NO_BIOMETRICS,
                    BiometricPrompt.ERROR_HW_NOT_PRESENT,
                    BiometricPrompt.ERROR_NO_DEVICE_CREDENTIAL,
                    BiometricPrompt.ERROR_SECURITY_UPDATE_REQUIRED ->
                    CoreErrorCode.POLICY_NOT_MET;
            default -> CoreErrorCode.TEMPORARILY_UNAVAILABLE;
        };
    }
}
