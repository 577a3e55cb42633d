package dev.identityvault.capacitor.core.codec;

/** Ids of FORMAT.md §2 that have a single value, and the bits of §4.2. */
final class FormatIds {
    static final int FMT = 1;
    static final int SUITE = 1;

    static final int FLAG_HAS_VALUES = 1;
    static final int FLAG_HAS_SESSION = 2;
    static final int FLAG_WIPE_AT_MAX = 4;
    static final int FLAG_PASSCODE_SETUP_NEEDED = 8;

    private FormatIds() {}
}
