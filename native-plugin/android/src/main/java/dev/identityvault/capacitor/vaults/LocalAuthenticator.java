package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Authenticator;
import dev.identityvault.capacitor.core.ports.Clock;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.AttemptRules;
import dev.identityvault.capacitor.core.store.LoadedVault;

/** The built-in prompt for a vault's passcode, which says how many attempts are left, and when. */
final class LocalAuthenticator implements Authenticator {
    /** What is stored, as {@link dev.identityvault.capacitor.core.vault.CoreVault#peek}. */
    interface Peek {
        LoadedVault peek();
    }

    private final PasscodePrompt prompt;
    private final Clock clock;
    private final Peek stored;

    LocalAuthenticator(PasscodePrompt prompt, Clock clock, Peek stored) {
        this.prompt = prompt;
        this.clock = clock;
        this.stored = stored;
    }

    @Override
    public Answer<Boolean> enterPasscode(Submit submit) {
        return prompt.enter(
                delayAtFirst(),
                passcode ->
                        submit.passcode(passcode).then(refusal -> Answer.of(complaintOf(refusal))));
    }

    private PasscodeComplaint delayAtFirst() {
        LoadedVault vault = peek();
        if (vault == null) return null;
        int attempts = vault.anchor().attempts();
        long passed = Math.max(0, clock.now() - vault.anchor().delayStart());
        long left = AttemptRules.delayAfter(attempts) - passed;
        return left <= 0
                ? null
                : new PasscodeComplaint(CoreErrorCode.ATTEMPT_DELAYED, left, attemptsLeft(vault));
    }

    private PasscodeComplaint complaintOf(CoreError refusal) {
        if (refusal == null) return null;
        LoadedVault vault = peek();
        Integer left = vault == null ? null : attemptsLeft(vault);
        boolean isWrong = refusal.code() == CoreErrorCode.AUTHENTICATION_FAILED && vault != null;
        long retryAfter =
                isWrong ? AttemptRules.delayAfter(vault.anchor().attempts()) : refusal.retryAfter();
        return new PasscodeComplaint(refusal.code(), retryAfter, left);
    }

    /** What is only said besides must not end the prompt. */
    private LoadedVault peek() {
        try {
            return stored.peek();
        } catch (CoreError unreadable) {
            return null;
        }
    }

    private static Integer attemptsLeft(LoadedVault vault) {
        VaultPolicy policy = vault.envelope().header().policy();
        if (!policy.wipeAtMax()) return null;
        return Math.max(0, policy.maxAttempts() - vault.anchor().attempts());
    }
}
