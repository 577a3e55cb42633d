package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Kind;

import java.util.List;

/**
 * What protects a vault as it is now. BRIDGE.md §4.4.
 *
 * @param offlineGuessing {@code impossible}, {@code possible}, {@code not-needed}, {@code unknown}
 * @param attemptLimit {@code enforced}, {@code advisory}, {@code none}
 */
public record ProtectionReport(
        Tristate persistent,
        Tristate encryptedAtRest,
        Tristate nonExtractableKey,
        Tristate hardwareBacked,
        Tristate userVerification,
        Tristate passcodeSeenByJs,
        String offlineGuessing,
        String attemptLimit) {

    static final ProtectionReport IN_MEMORY =
            new ProtectionReport(
                    Tristate.NO,
                    Tristate.UNKNOWN,
                    Tristate.NO,
                    Tristate.NO,
                    Tristate.NO,
                    Tristate.NO,
                    "impossible",
                    "none");

    /**
     * The weakest slot decides. Attempts are counted in a file, which whoever controls the device
     * can put back: so their limit is advisory.
     *
     * @param hardwareBacked of all its keys
     * @param passcodeSeen whether a passcode of this vault came from JavaScript
     */
    static ProtectionReport of(List<Kind> kinds, Tristate hardwareBacked, Tristate passcodeSeen) {
        if (kinds.isEmpty()) return IN_MEMORY;
        boolean hasPasscode = kinds.contains(Kind.APP_PASSCODE);
        boolean hasDevice = kinds.contains(Kind.DEVICE);
        return new ProtectionReport(
                Tristate.YES,
                Tristate.YES,
                Tristate.YES,
                hardwareBacked,
                Tristate.of(!hasDevice),
                hasPasscode ? passcodeSeen : Tristate.NO,
                hasDevice ? "not-needed" : offlineGuessing(hasPasscode, hardwareBacked),
                hasPasscode ? "advisory" : "none");
    }

    private static String offlineGuessing(boolean hasPasscode, Tristate hardwareBacked) {
        if (!hasPasscode) return "impossible";
        return switch (hardwareBacked) {
            case YES -> "impossible";
            case NO -> "possible";
            case UNKNOWN -> "unknown";
        };
    }
}
