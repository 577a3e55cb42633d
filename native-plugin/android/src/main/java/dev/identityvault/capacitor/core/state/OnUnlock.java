package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.LockState.Lease;
import dev.identityvault.capacitor.core.state.LockState.Prompt;
import dev.identityvault.capacitor.core.state.LockState.Use;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd.Outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What becomes of an unlock, and of the prompt that is shown for it. FORMAT.md §15.3 and §15.4. */
final class OnUnlock {
    private OnUnlock() {}

    static Step unlock(LockState state, String caller, boolean automatic) {
        List<String> callers = Collections.singletonList(caller);
        return switch (state.phase()) {
            case ABSENT ->
                    Step.stay(state, new StateEffect.Reject(callers, CoreErrorCode.NOT_FOUND));
            case UNLOCKED -> Step.stay(state, new StateEffect.Resolve(callers));
            case UNLOCKING -> state.change().callers(joined(state.callers(), caller)).step();
            case LOCKED -> showPrompt(state, callers, automatic);
        };
    }

    private static Step showPrompt(LockState state, List<String> callers, boolean automatic) {
        // Another prompt is on the screen, whose result is discarded: there is never a second one.
        if (state.prompt() != null || (automatic && !state.mayPrompt()))
            return Step.stay(state, new StateEffect.Reject(callers, CoreErrorCode.LOCKED));
        return state.change()
                .phase(Phase.UNLOCKING)
                .prompt(new Prompt(true, state.epoch(), null))
                .callers(callers)
                .step(new StateEffect.ShowPrompt());
    }

    private static List<String> joined(List<String> callers, String caller) {
        List<String> all = new ArrayList<>(callers);
        all.add(caller);
        return Collections.unmodifiableList(all);
    }

    /** A lock that came meanwhile wins: what was opened is dropped. */
    static Step opened(LockState state, long epoch, long now) {
        Phase phase = state.phase();
        boolean isLate = epoch != state.epoch() || phase == Phase.ABSENT || phase == Phase.UNLOCKED;
        return isLate ? Step.stay(state, new StateEffect.DropOpened()) : unlocked(state, now);
    }

    static Step promptBegin(LockState state) {
        if (state.prompt() != null) return Step.stay(state);
        return state.change().prompt(new Prompt(false, state.epoch(), null)).step();
    }

    static Step promptEnd(LockState state, PromptEnd end, long now) {
        Prompt prompt = state.prompt();
        if (prompt == null) return Step.stay(state);
        boolean isCanceled = prompt.authenticates() && end.code() == CoreErrorCode.USER_CANCELED;
        LockState ended =
                state.change().prompt(null).mayPrompt(state.mayPrompt() && !isCanceled).done();
        boolean isVoid = prompt.epoch() != state.epoch();
        if (!isVoid && prompt.authenticates() && end.outcome() == Outcome.OK)
            return present(ended, now);
        return answer(ended, isVoid, end).andThen(next -> afterAnswer(next, prompt, end, now));
    }

    private static Step afterAnswer(LockState state, Prompt prompt, PromptEnd end, long now) {
        if (isAwayTooLong(state, prompt, now)) return Locking.lock(state, now, true);
        // Somebody answered; what was asked in an earlier epoch tells nothing of this one.
        boolean isUse = prompt.epoch() == state.epoch() && end.outcome() == Outcome.DONE;
        return isUse ? InUse.onActivity(state, now) : InUse.warnIdle(state, now);
    }

    /** Somebody was there at this moment. */
    private static Step present(LockState state, long now) {
        LockState present = state;
        if (state.background() != null)
            present = state.change().background(state.background().withSince(now)).done();
        return state.phase() == Phase.UNLOCKING
                ? unlocked(present, now)
                : Step.stay(present, new StateEffect.DropOpened());
    }

    /** Nobody waits for a void one any more. That it erased the vault was told when it did. */
    private static Step answer(LockState state, boolean isVoid, PromptEnd end) {
        if (isVoid) {
            return Step.stay(state)
                    .andIf(end.outcome() == Outcome.OK, new StateEffect.DropOpened());
        }
        return state.phase() == Phase.UNLOCKING ? failure(state, end) : Step.stay(state);
    }

    private static Step unlocked(LockState state, long now) {
        Lease lease = state.lease() == null ? null : state.lease().withDeadline(null);
        return state.change()
                .phase(Phase.UNLOCKED)
                .noCallers()
                .lease(lease)
                .mayPrompt(true)
                .use(Use.begunAt(now))
                .step(new StateEffect.KeepOpened(), new StateEffect.NotifyUnlocked())
                .andIf(!state.callers().isEmpty(), new StateEffect.Resolve(state.callers()));
    }

    private static Step failure(LockState state, PromptEnd end) {
        CoreErrorCode code = end.outcome() == Outcome.FAILED ? end.code() : CoreErrorCode.LOCKED;
        if (code == CoreErrorCode.TOO_MANY_ATTEMPTS) return Locking.forget(state, code);
        boolean isInvalidated = code == CoreErrorCode.KEY_INVALIDATED;
        boolean isWiped =
                (isInvalidated && end.enrolment() == Enrolment.WIPE)
                        || (code == CoreErrorCode.LOCKED_OUT && end.erases());
        if (isWiped) return Locking.eraseAndForget(state, code);
        return state.change()
                .phase(Phase.LOCKED)
                .noCallers()
                .step()
                .andIf(isInvalidated, new StateEffect.MarkSlotDead())
                .and(Locking.reject(state, code));
    }

    private static boolean isAwayTooLong(LockState state, Prompt prompt, long now) {
        if (!Locking.isTimed(state)) return false;
        Long lockAfter = state.settings().lockAfter();
        boolean wasAway = prompt.away() != null && lockAfter != null && prompt.away() >= lockAfter;
        return wasAway || Locking.isAwayOver(state, now) || InUse.isOver(state, now);
    }
}
