package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.store.PolicyChanges;

/**
 * The options a vault acts on. BRIDGE.md §4.4.
 *
 * @param mode of a vault that is newly made
 * @param lockAfter milliseconds in the background; {@code null}: never, 0: at once
 * @param timeouts without anybody there, and since the login or unlock
 * @param maxAttempts 1 to 255
 */
public record Settings(
        Mode mode,
        Long lockAfter,
        Timeouts timeouts,
        boolean hideScreen,
        boolean wipeAtMax,
        long maxAttempts,
        Enrolment onEnrollmentChange,
        PromptTexts texts) {

    /**
     * @throws VaultRefusal {@code InvalidArguments}
     */
    public Settings {
        if (maxAttempts < 1 || maxAttempts > FormatLimits.ATTEMPTS)
            throw VaultRefusal.invalidArguments();
        if (lockAfter != null && lockAfter < 0) throw VaultRefusal.invalidArguments();
    }

    /**
     * Milliseconds; 0: off.
     *
     * @param idle without anybody there
     * @param session since the login or unlock
     */
    public record Timeouts(long idle, long session) {}

    /** What a stored vault takes over with the next write. */
    PolicyChanges policyChanges() {
        return new PolicyChanges((int) maxAttempts, wipeAtMax);
    }

    /** What keys are made for: of a new vault, another mode or another passcode. */
    VaultPolicy policyOf(Mode newMode) {
        return new VaultPolicy(newMode, onEnrollmentChange, (int) maxAttempts, wipeAtMax, false);
    }
}
