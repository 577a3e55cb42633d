package dev.identityvault.capacitor.biometrics;

import androidx.biometric.BiometricPrompt;

import dev.identityvault.capacitor.core.ports.Clock;
import dev.identityvault.capacitor.vaults.Lifecycle;

/** Whether biometrics are locked out. The system does not tell but by a prompt that fails. */
public final class Lockout implements Lifecycle.Listener {
    /** Milliseconds that Android keeps a lockout which is not permanent. */
    private static final long TIMED = 30_000;

    private final Clock clock;
    private volatile Long until;

    public Lockout(Clock clock) {
        this.clock = clock;
    }

    public boolean isOn() {
        Long end = until;
        return end != null && clock.now() < end;
    }

    void ended(int error) {
        if (error == BiometricPrompt.ERROR_LOCKOUT) until = clock.now() + TIMED;
        if (error == BiometricPrompt.ERROR_LOCKOUT_PERMANENT) until = Long.MAX_VALUE;
    }

    void succeeded() {
        until = null;
    }

    @Override
    public void onDeactivate() {
        // Nothing is unlocked by that.
    }

    @Override
    public void onActivate() {
        // As above.
    }

    @Override
    public void onPause() {
        // As above.
    }

    /** Out of sight, the screen lock may have been opened: nobody knows any more. */
    @Override
    public void onResume() {
        Long end = until;
        if (end != null && end == Long.MAX_VALUE) until = null;
    }
}
