package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;

/**
 * A slot to make.
 *
 * @param passcode normalised; only for appPasscode. Its owner wipes it
 * @param iterations only for appPasscode
 */
public record SlotRequest(Kind kind, byte[] passcode, int iterations) {
    public static SlotRequest of(Kind kind) {
        return new SlotRequest(kind, null, 0);
    }

    public static SlotRequest passcode(byte[] passcode) {
        return passcode(passcode, FormatLimits.ITERATIONS);
    }

    public static SlotRequest passcode(byte[] passcode, int iterations) {
        return new SlotRequest(Kind.APP_PASSCODE, passcode, iterations);
    }
}
