package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.CoreErrorCode;

/**
 * The names of {@code VaultErrorCodes} in JavaScript that native code answers with. BRIDGE.md §6.
 */
public enum VaultErrorCode {
    UNKNOWN("Unknown"),
    VAULT_LOCKED("VaultLocked"),
    AUTH_FAILED("AuthFailed"),
    ANDROID_BIOMETRICS_LOCKED_OUT("AndroidBiometricsLockedOut"),
    ANDROID_UNEXPECTED_KEYSTORE_ERROR("AndroidUnexpectedKeystoreError"),
    USER_CANCELED_INTERACTION("UserCanceledInteraction"),
    VAULT_UNAVAILABLE("VaultUnavailable"),
    INVALID_ARGUMENTS("InvalidArguments"),
    INVALIDATED_CREDENTIAL("InvalidatedCredential"),
    TOO_MANY_FAILED_ATTEMPTS("TooManyFailedAttempts"),
    MISSING_PASSCODE("MissingPasscode"),
    KEY_NOT_FOUND("KeyNotFound"),
    POLICY_NOT_MET("PolicyNotMet"),
    CORRUPT("Corrupt"),
    ATTEMPT_DELAYED("AttemptDelayed"),
    UNSUPPORTED_FORMAT("UnsupportedFormat"),
    CONFLICT("Conflict"),
    ROLLED_BACK("RolledBack"),
    LIMIT_EXCEEDED("LimitExceeded");

    private final String jsName;

    VaultErrorCode(String jsName) {
        this.jsName = jsName;
    }

    /** As JavaScript knows it. */
    public String jsName() {
        return jsName;
    }

    /** What an app is told for an error of the core. */
    public static VaultErrorCode of(CoreErrorCode code) {
        return switch (code) {
            case CORRUPT, SCOPE_MISMATCH -> CORRUPT;
            case UNSUPPORTED_FORMAT -> UNSUPPORTED_FORMAT;
            case SLOT_NOT_FOUND, NOT_FOUND, KEY_MISSING, DEVICE_FUNCTION_FAILED -> KEY_NOT_FOUND;
            case INVALID_PASSCODE, INVALID_ARGUMENT -> INVALID_ARGUMENTS;
            case AUTHENTICATION_FAILED -> AUTH_FAILED;
            case ROLLED_BACK -> ROLLED_BACK;
            case KEY_INVALIDATED -> INVALIDATED_CREDENTIAL;
            case TEMPORARILY_UNAVAILABLE -> VAULT_UNAVAILABLE;
            case ATTEMPT_DELAYED -> ATTEMPT_DELAYED;
            case TOO_MANY_ATTEMPTS -> TOO_MANY_FAILED_ATTEMPTS;
            case USER_CANCELED -> USER_CANCELED_INTERACTION;
            case LOCKED_OUT -> ANDROID_BIOMETRICS_LOCKED_OUT;
            case LOCKED -> VAULT_LOCKED;
            case CONFLICT -> CONFLICT;
            case POLICY_NOT_MET -> POLICY_NOT_MET;
            case LIMIT_EXCEEDED -> LIMIT_EXCEEDED;
        };
    }
}
