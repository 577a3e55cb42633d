package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.state.LockState.Background;
import dev.identityvault.capacitor.core.state.LockState.Lease;
import dev.identityvault.capacitor.core.state.LockState.Prompt;
import dev.identityvault.capacitor.core.state.LockState.Use;

import java.util.Collections;
import java.util.List;

/** The next state, while it is put together. */
final class LockStateDraft {
    private Phase phase;
    private Custody custody;
    private LockSettings settings;
    private Background background;
    private boolean isInactive;
    private boolean isLeft;
    private Use use;
    private Prompt prompt;
    private List<String> callers;
    private Lease lease;
    private boolean mayPrompt;
    private long epoch;

    LockStateDraft(LockState state) {
        phase = state.phase();
        custody = state.custody();
        settings = state.settings();
        background = state.background();
        isInactive = state.isInactive();
        isLeft = state.isLeft();
        use = state.use();
        prompt = state.prompt();
        callers = state.callers();
        lease = state.lease();
        mayPrompt = state.mayPrompt();
        epoch = state.epoch();
    }

    LockStateDraft phase(Phase newPhase) {
        phase = newPhase;
        return this;
    }

    LockStateDraft custody(Custody newCustody) {
        custody = newCustody;
        return this;
    }

    LockStateDraft settings(LockSettings newSettings) {
        settings = newSettings;
        return this;
    }

    LockStateDraft background(Background newBackground) {
        background = newBackground;
        return this;
    }

    LockStateDraft inactive(boolean newInactive) {
        isInactive = newInactive;
        return this;
    }

    LockStateDraft left(boolean newLeft) {
        isLeft = newLeft;
        return this;
    }

    LockStateDraft use(Use newUse) {
        use = newUse;
        return this;
    }

    LockStateDraft prompt(Prompt newPrompt) {
        prompt = newPrompt;
        return this;
    }

    LockStateDraft callers(List<String> newCallers) {
        callers = newCallers;
        return this;
    }

    LockStateDraft noCallers() {
        return callers(Collections.emptyList());
    }

    LockStateDraft lease(Lease newLease) {
        lease = newLease;
        return this;
    }

    LockStateDraft mayPrompt(boolean newMayPrompt) {
        mayPrompt = newMayPrompt;
        return this;
    }

    LockStateDraft nextEpoch() {
        epoch += 1;
        return this;
    }

    LockState done() {
        return new LockState(
                phase,
                custody,
                settings,
                background,
                isInactive,
                isLeft,
                use,
                prompt,
                callers,
                lease,
                mayPrompt,
                epoch);
    }

    /** With these effects. */
    Step step(StateEffect... effects) {
        return Step.stay(done(), effects);
    }
}
