package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.util.List;

/** What happened. FORMAT.md §15.3. */
public sealed interface StateEvent {
    /** What it changes, once what was due at this moment is judged. */
    Step applyTo(LockState state, long now);

    /** Nothing but time. */
    record Tick() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return Step.stay(state);
        }
    }

    /**
     * Storage was looked at after the process started, or after another one wrote.
     *
     * @param custody {@code null}: there is nothing; never {@code MEMORY}
     */
    record Found(Custody custody) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnStored.found(state, custody, now);
        }
    }

    /** A vault was created or replaced: it is unlocked. */
    record Created(Custody custody) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnStored.created(state, custody, now);
        }
    }

    /** By {@code logout} or {@code clear}. */
    record Erased() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return Locking.forget(state, CoreErrorCode.NOT_FOUND);
        }
    }

    /**
     * Loading failed; erases nothing.
     *
     * @param code {@code NOT_FOUND}, {@code TOO_MANY_ATTEMPTS}: the stored vault turned out to be
     *     gone
     */
    record Damaged(CoreErrorCode code) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnStored.damaged(state, code, now);
        }
    }

    /** Somebody is there: a touch, a key, a request. */
    record Activity() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return InUse.onActivity(state, now);
        }
    }

    /** The latest settings win. */
    record Configure(LockSettings settings) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLifecycle.configure(state, settings, now);
        }
    }

    /** Still on the screen, but not in use. Locks nothing. */
    record Deactivate() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLifecycle.deactivate(state);
        }
    }

    /** In use again. */
    record Activate() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLifecycle.activate(state);
        }
    }

    /** To the background. */
    record Pause() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLifecycle.pause(state, now);
        }
    }

    /** And back. */
    record Resume() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLifecycle.resume(state, now);
        }
    }

    /** By {@code lockOut}. */
    record Lock() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return Locking.lock(state, now, false);
        }
    }

    /**
     * Somebody wants it unlocked.
     *
     * @param automatic nobody asked for it, such as an unlock on access
     */
    record Unlock(String caller, boolean automatic) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnUnlock.unlock(state, caller, automatic);
        }
    }

    /** A slot was opened without a prompt, such as with a passcode that the app passed in. */
    record Opened(long epoch) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnUnlock.opened(state, epoch, now);
        }
    }

    /** An own prompt that does not authenticate, such as for a new passcode. */
    record PromptBegin() implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnUnlock.promptBegin(state);
        }
    }

    /**
     * The own prompt ended. Made by {@link #ok}, {@link #done} and {@link #failed}.
     *
     * @param code with {@code FAILED}, else {@code null}
     * @param enrolment with {@code KEY_INVALIDATED}: the vault's policy
     * @param erases with {@code LOCKED_OUT}: configured to erase, and no other slot
     */
    record PromptEnd(Outcome outcome, CoreErrorCode code, Enrolment enrolment, boolean erases)
            implements StateEvent {
        /** How. */
        public enum Outcome {
            /** A slot was opened. */
            OK,
            /** A prompt that does not authenticate was answered. */
            DONE,
            FAILED
        }

        public static PromptEnd ok() {
            return new PromptEnd(Outcome.OK, null, Enrolment.REQUIRE_OTHER, false);
        }

        public static PromptEnd done() {
            return new PromptEnd(Outcome.DONE, null, Enrolment.REQUIRE_OTHER, false);
        }

        public static PromptEnd failed(CoreErrorCode code, Enrolment enrolment) {
            return new PromptEnd(Outcome.FAILED, code, enrolment, false);
        }

        @Override
        public Step applyTo(LockState state, long now) {
            return OnUnlock.promptEnd(state, this, now);
        }
    }

    /** A refresh begins. */
    record LeaseBegin(String id, List<String> names) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLease.begin(state, this);
        }
    }

    /**
     * A refresh has its result.
     *
     * @param unchanged what the lease names is stored as it was when the lease was granted, under
     *     the same data key
     */
    record LeaseWrite(String id, List<String> names, boolean unchanged) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLease.write(state, this);
        }
    }

    /** The refresh failed: nothing will be written. */
    record LeaseEnd(String id) implements StateEvent {
        @Override
        public Step applyTo(LockState state, long now) {
            return OnLease.end(state, id);
        }
    }
}
