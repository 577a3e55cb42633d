package dev.identityvault.capacitor.core.codec;

/**
 * What a vault is configured to.
 *
 * @param maxAttempts 1 to 255
 * @param wipeAtMax the vault is erased with the last wrong passcode
 * @param passcodeSetupNeeded a passcode belongs to the mode and was not set yet
 */
public record VaultPolicy(
        Mode mode,
        Enrolment enrolment,
        int maxAttempts,
        boolean wipeAtMax,
        boolean passcodeSetupNeeded) {

    public VaultPolicy withAttempts(int maxAttempts, boolean wipeAtMax) {
        return new VaultPolicy(mode, enrolment, maxAttempts, wipeAtMax, passcodeSetupNeeded);
    }
}
