package dev.identityvault.capacitor.core.codec;

import java.util.EnumSet;
import java.util.Set;

/** What a slot's fields may be; unused ones are zero. FORMAT.md §4.1. */
record SlotRule(KdfId kdf, Range iterations, Range salt, Range enc) {
    private static final Set<Kind> SYSTEM = EnumSet.of(Kind.BIOMETRIC, Kind.DEVICE_CREDENTIAL);
    private static final Set<Kind> WITH_PASSCODE =
            EnumSet.of(Kind.BIOMETRIC, Kind.DEVICE_CREDENTIAL, Kind.APP_PASSCODE);

    /** {@code null}: this kind of slot does not use this KEM. */
    static SlotRule of(Kind kind, Kem kem) {
        return switch (kind) {
            case BIOMETRIC -> kem == Kem.WEB_AUTHN_PRF ? passkey() : ofPublicKey(kem);
            case DEVICE_CREDENTIAL -> ofPublicKey(kem);
            case APP_PASSCODE -> kem == Kem.NONE ? passcode() : null;
            case DEVICE -> kem == Kem.NONE ? withEnc(Range.NONE) : null;
        };
    }

    /** The kinds of slots that a vault of this mode may have. FORMAT.md §4.1. */
    static Set<Kind> kindsOf(Mode mode) {
        return switch (mode) {
            case BIOMETRIC_ONLY, BIOMETRIC_AND_DEVICE_CREDENTIAL -> SYSTEM;
            case PASSCODE_ONLY -> EnumSet.of(Kind.APP_PASSCODE);
            case BIOMETRIC_AND_PASSCODE, BIOMETRIC_OR_PASSCODE -> WITH_PASSCODE;
            case IN_MEMORY_ONLY -> EnumSet.noneOf(Kind.class);
            case SECURE_STORAGE -> EnumSet.of(Kind.DEVICE);
            case DEVICE_CREDENTIAL_ONLY -> EnumSet.of(Kind.DEVICE_CREDENTIAL);
        };
    }

    private static SlotRule ofPublicKey(Kem kem) {
        return switch (kem) {
            case RSA_OAEP_SHA256, RSA_OAEP_SHA1 -> withEnc(Range.exactly(256));
            case ECIES_P256 -> withEnc(Range.exactly(113));
            case AES_KEYSTORE -> withEnc(Range.exactly(60));
            case NONE, WEB_AUTHN_PRF -> null;
        };
    }

    private static SlotRule withEnc(Range enc) {
        return new SlotRule(KdfId.NONE, Range.NONE, Range.NONE, enc);
    }

    private static SlotRule passkey() {
        return new SlotRule(KdfId.NONE, Range.NONE, Range.exactly(32), new Range(1, 1023));
    }

    private static SlotRule passcode() {
        Range iterations = new Range(FormatLimits.ITERATIONS_MIN, FormatLimits.ITERATIONS_MAX);
        Range salt = new Range(FormatLimits.SALT_MIN, FormatLimits.SALT_MAX);
        return new SlotRule(KdfId.PBKDF2, iterations, salt, Range.NONE);
    }
}
