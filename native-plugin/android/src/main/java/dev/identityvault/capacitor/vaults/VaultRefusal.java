package dev.identityvault.capacitor.vaults;

/**
 * What is refused above the core. Holds no value, passcode or name. BRIDGE.md §6.
 *
 * <p>Unchecked, as {@code CoreError} is: only the outermost caller answers for it.
 */
public final class VaultRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final VaultErrorCode code;
    private final String reason;

    private VaultRefusal(VaultErrorCode code, String reason) {
        super(reason == null ? code.jsName() : code.jsName() + ": " + reason);
        this.code = code;
        this.reason = reason;
    }

    /** The mode needs biometric keys, and there are none here. */
    public static VaultRefusal noBiometricKeys() {
        return new VaultRefusal(VaultErrorCode.POLICY_NOT_MET, "NO_BIOMETRIC_KEYS");
    }

    /** The mode needs keys that the screen lock releases, and there are none here. */
    public static VaultRefusal noDeviceCredentialKeys() {
        return new VaultRefusal(VaultErrorCode.POLICY_NOT_MET, "NO_DEVICE_CREDENTIAL_KEYS");
    }

    /** Too short, too long, or with a character that can't be typed again elsewhere. */
    public static VaultRefusal passcodeNotAllowed() {
        return new VaultRefusal(VaultErrorCode.POLICY_NOT_MET, "PASSCODE_NOT_ALLOWED");
    }

    /** An address that is of no origin which the app's configuration names. */
    public static VaultRefusal originNotAllowed() {
        return new VaultRefusal(VaultErrorCode.POLICY_NOT_MET, "ORIGIN_NOT_ALLOWED");
    }

    /** Another one is under way. */
    public static VaultRefusal conflict() {
        return new VaultRefusal(VaultErrorCode.CONFLICT, null);
    }

    /** The device has nothing to do it with. */
    public static VaultRefusal unavailable() {
        return new VaultRefusal(VaultErrorCode.VAULT_UNAVAILABLE, null);
    }

    public static VaultRefusal missingPasscode() {
        return new VaultRefusal(VaultErrorCode.MISSING_PASSCODE, null);
    }

    /** A setting out of range, or a name or value that can't be. */
    public static VaultRefusal invalidArguments() {
        return new VaultRefusal(VaultErrorCode.INVALID_ARGUMENTS, null);
    }

    public VaultErrorCode code() {
        return code;
    }

    /** Finer than the code; {@code null}: there is nothing finer to say. */
    public String reason() {
        return reason;
    }
}
