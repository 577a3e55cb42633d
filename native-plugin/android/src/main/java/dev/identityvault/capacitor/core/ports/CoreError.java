package dev.identityvault.capacitor.core.ports;

/**
 * Why the core refused. Its detail is for developers: it never holds a secret or a stored value.
 *
 * <p>Unchecked, since every operation can be refused, and only its outermost caller answers for it.
 */
public final class CoreError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CoreErrorCode code;
    private final long retryAfter;

    public CoreError(CoreErrorCode code, String detail) {
        this(code, detail, null);
    }

    /**
     * @param cause what the platform failed with
     */
    public CoreError(CoreErrorCode code, String detail, Throwable cause) {
        this(code, detail, cause, 0);
    }

    private CoreError(CoreErrorCode code, String detail, Throwable cause, long retryAfter) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** An {@code ATTEMPT_DELAYED} that says how many milliseconds are left. */
    public static CoreError delayed(String detail, long retryAfter) {
        return new CoreError(CoreErrorCode.ATTEMPT_DELAYED, detail, null, retryAfter);
    }

    public static CoreError corrupt(String detail) {
        return new CoreError(CoreErrorCode.CORRUPT, detail);
    }

    public static CoreError unsupported(String detail) {
        return new CoreError(CoreErrorCode.UNSUPPORTED_FORMAT, detail);
    }

    public CoreErrorCode code() {
        return code;
    }

    /**
     * Milliseconds until another attempt is allowed; 0 with any other code than {@code
     * ATTEMPT_DELAYED}.
     */
    public long retryAfter() {
        return retryAfter;
    }
}
