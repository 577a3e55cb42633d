package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Clock;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CoreHost;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.state.LockState;
import dev.identityvault.capacitor.core.state.NextDue;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.state.Reducer;
import dev.identityvault.capacitor.core.state.StateEffect;
import dev.identityvault.capacitor.core.state.StateEvent;
import dev.identityvault.capacitor.core.state.Step;

/**
 * The lock of one vault: feeds the reducer, and performs what it decides. It is one short critical
 * section, entered from any thread at any moment, and never waits for an operation. FORMAT.md §15.
 */
final class Lock {
    private final Clock clock;
    private final CoreHost host;
    private final KeyKeeper keeper;
    private final Answers answers = new Answers();
    private final Performing performing;
    private long calls;

    /** The moment that a tick was asked for. */
    private Long armed;

    private LockState state;

    Lock(Clock clock, CoreHost host, KeyKeeper keeper, LockSettings settings) {
        this.clock = clock;
        this.host = host;
        this.keeper = keeper;
        performing = new Performing(host, keeper, answers, this::dispatch);
        state = LockState.initial(settings);
    }

    synchronized LockState state() {
        return state;
    }

    synchronized void dispatch(StateEvent happening) {
        Step step = Reducer.reduce(state, happening, clock.now());
        state = step.state();
        if (state.lease() == null) keeper.forgetLease();
        Throwable failure = attempted(this::arm, null);
        for (StateEffect effect : step.effects())
            failure = attempted(() -> effect.performBy(performing), failure);
        if (failure instanceof RuntimeException refusal) throw refusal;
        if (failure instanceof Error mistake) throw mistake;
    }

    /** Nothing comes between what the task looks at and what it does about it. */
    synchronized <T> T atomically(Task<T> task) {
        return task.run();
    }

    /** Nobody else tells the lock that time has passed. */
    private void arm() {
        Long due = NextDue.of(state);
        if (due == null ? armed == null : due.equals(armed)) return;
        armed = due;
        Long time = due == null ? null : (Long) NextDue.timeUntil(due, clock.now());
        try {
            host.wakeIn(time, this::wake);
        } catch (RuntimeException | Error failure) {
            // Asked for again at the next event: what is armed would not be.
            armed = null;
            throw failure;
        }
    }

    private synchronized void wake() {
        armed = null;
        begin();
    }

    /** See {@link CoreVault#asking}. */
    <T> Answer<T> asking(CoreVault.Prompt<T> prompt) {
        if (!beginsPrompt()) return prompt.show();
        return Answer.<Void>of(null)
                .then(nothing -> prompt.show())
                .orElse(
                        failure -> {
                            dispatch(StateEvent.PromptEnd.done());
                            return Answer.failed(failure);
                        })
                .then(
                        value -> {
                            dispatch(StateEvent.PromptEnd.done());
                            return Answer.of(value);
                        });
    }

    /** {@code false}: one is shown, and its end is the one that counts. */
    private synchronized boolean beginsPrompt() {
        begin();
        if (state.prompt() != null) return false;
        dispatch(new StateEvent.PromptBegin());
        return true;
    }

    /**
     * Comes first in every entry point.
     *
     * @return the epoch, for {@link #assertStill}
     */
    synchronized long begin() {
        dispatch(new StateEvent.Tick());
        return state.epoch();
    }

    /**
     * @throws CoreError {@code LOCKED}: a lock or erasure came since
     */
    void assertStill(long epoch) {
        if (begin() != epoch)
            throw new CoreError(CoreErrorCode.LOCKED, "the vault was locked meanwhile");
    }

    /**
     * @return the epoch
     * @throws CoreError {@code LOCKED}, {@code NOT_FOUND}
     */
    synchronized long assertUnlocked() {
        long epoch = begin();
        if (state.phase() == Phase.ABSENT)
            throw new CoreError(CoreErrorCode.NOT_FOUND, "there is no vault");
        if (state.phase() != Phase.UNLOCKED)
            throw new CoreError(CoreErrorCode.LOCKED, "the vault is locked");
        return epoch;
    }

    /** Settles with the unlock that is under way or begins. */
    synchronized Answer<Void> unlock(boolean automatic) {
        calls += 1;
        String caller = String.valueOf(calls);
        return answers.wait(caller, () -> dispatch(new StateEvent.Unlock(caller, automatic)));
    }

    /**
     * Whether it is granted is known at once.
     *
     * @throws CoreError why it is denied
     */
    synchronized void lease(String id, StateEvent request) {
        answers.wait(Performing.leaseCaller(id), () -> dispatch(request)).await();
    }

    /**
     * A host that fails in one, as with a timer or on a screen that can't be covered, must not keep
     * the key from being dropped by the next.
     *
     * @param earlier {@code null}: none
     * @return the first failure, or {@code null}
     */
    private static Throwable attempted(Runnable part, Throwable earlier) {
        try {
            part.run();
            return earlier;
        } catch (RuntimeException | Error failure) {
            return earlier == null ? failure : earlier;
        }
    }
}
