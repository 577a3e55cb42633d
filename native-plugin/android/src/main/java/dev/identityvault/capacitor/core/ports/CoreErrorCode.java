package dev.identityvault.capacitor.core.ports;

/** The closed list of FORMAT.md §16. */
public enum CoreErrorCode {
    CORRUPT,
    UNSUPPORTED_FORMAT,
    SCOPE_MISMATCH,
    SLOT_NOT_FOUND,
    INVALID_PASSCODE,
    AUTHENTICATION_FAILED,
    NOT_FOUND,
    ROLLED_BACK,
    KEY_MISSING,
    KEY_INVALIDATED,
    DEVICE_FUNCTION_FAILED,
    TEMPORARILY_UNAVAILABLE,
    ATTEMPT_DELAYED,
    TOO_MANY_ATTEMPTS,
    USER_CANCELED,
    LOCKED_OUT,
    LOCKED,
    CONFLICT,
    POLICY_NOT_MET,
    INVALID_ARGUMENT,
    LIMIT_EXCEEDED;

    /** Not being able to read now, or having been overtaken, says nothing about what is stored. */
    public boolean isDamage() {
        return this != TEMPORARILY_UNAVAILABLE && this != CONFLICT;
    }
}
