package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.VaultEraser;

/** Counts attempts in the anchor, before and after they are made. FORMAT.md §11.1. */
public final class Attempts {
    private Attempts() {}

    /**
     * Counts an attempt before it is made, durably: whatever happens next, it is spent.
     *
     * @throws CoreError {@code ATTEMPT_DELAYED}, {@code TOO_MANY_ATTEMPTS}: nothing is spent;
     *     {@code CONFLICT}
     */
    public static LoadedVault spend(CorePorts ports, LoadedVault vault) {
        Anchor anchor = vault.anchor();
        if (AttemptRules.isLastAttempt(vault)) {
            VaultEraser.erase(ports, anchor.scope());
            throw AttemptRules.tooMany();
        }
        assertDelayOver(ports, vault);
        int attempts = Math.min(anchor.attempts() + 1, FormatLimits.ATTEMPTS);
        return vault.write(ports, anchor.change().attempts(attempts, true));
    }

    /**
     * @throws CoreError {@code TOO_MANY_ATTEMPTS} when that was the last one
     */
    public static LoadedVault fail(CorePorts ports, LoadedVault spent) {
        // One write for both: killed between two, the vault would live on with all its attempts
        // used up.
        boolean erasing = AttemptRules.isLastAttempt(spent);
        Anchor anchor = spent.anchor();
        AnchorDraft judged =
                anchor.change().attempts(anchor.attempts(), false).delayStart(ports.clock().now());
        LoadedVault failed = spent.write(ports, judged.erasing(erasing));
        if (!erasing) return failed;
        VaultEraser.erase(ports, anchor.scope());
        throw AttemptRules.tooMany();
    }

    public static LoadedVault pass(CorePorts ports, LoadedVault spent) {
        return spent.write(ports, spent.anchor().change().forgetAttempts());
    }

    /** For an attempt that gave no answer: nobody learnt anything from it. */
    static void refund(CorePorts ports, LoadedVault spent, LoadedVault before) {
        Anchor anchor = before.anchor();
        AnchorDraft refunded = spent.anchor().change().attempts(anchor.attempts(), false);
        spent.write(ports, refunded.delayStart(anchor.delayStart()));
    }

    private static void assertDelayOver(CorePorts ports, LoadedVault vault) {
        long delay = AttemptRules.delayAfter(vault.anchor().attempts());
        if (delay == 0) return;
        long now = ports.clock().now();
        long elapsed = now - vault.anchor().delayStart();
        if (elapsed >= delay) return;
        if (elapsed >= 0) throw AttemptRules.tooEarly(delay - elapsed);
        // A restart set the clock back; how much of the delay is over can't be known.
        vault.write(ports, vault.anchor().change().delayStart(now));
        throw AttemptRules.tooEarly(delay);
    }
}
