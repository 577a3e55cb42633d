package dev.identityvault.capacitor.core.codec;

/** Limits of FORMAT.md §2. Lengths in bytes unless said otherwise. */
public final class FormatLimits {
    public static final int ENVELOPE = 16 * 1024 * 1024;
    public static final int SLOTS = 4;
    public static final int ITERATIONS_MIN = 100_000;
    public static final int ITERATIONS_MAX = 2_000_000;

    /** What writers use. */
    public static final int ITERATIONS = 600_000;

    public static final int SALT_MIN = 16;
    public static final int SALT_MAX = 64;

    /** What writers use. */
    public static final int SALT = 32;

    /** Code points after normalisation. */
    public static final int PASSCODE_MIN = 4;

    public static final int PASSCODE_MAX = 128;
    public static final int PAYLOAD_KEY = 1024;

    /** A u32: as long, since Java's int is signed. */
    public static final long GENERATION = 0xffff_ffffL;

    public static final int KEY_SLOTS = 8;
    public static final int DEAD_SLOTS = 4;
    public static final int ATTEMPTS = 255;

    /** Milliseconds that a lease keeps the data key after a lock. */
    public static final int LEASE = 10_000;

    private FormatLimits() {}
}
