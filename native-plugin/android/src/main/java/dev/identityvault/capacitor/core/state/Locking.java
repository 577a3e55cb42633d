package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.LockState.Background;
import dev.identityvault.capacitor.core.state.LockState.Lease;

import java.util.Collections;
import java.util.List;

/** The steps that events share. FORMAT.md §15.2. */
final class Locking {
    private Locking() {}

    /** What is due at this moment: comes before any answer. */
    static Step judge(LockState state, long now) {
        return expireLease(rememberSetBack(state, now), now)
                .andThen(
                        next ->
                                isLockDue(next, now)
                                        ? lock(next, now, true)
                                        : InUse.warnIdle(next, now));
    }

    /** A prompt keeps the lock waiting, and the clock may have caught up when it ends. */
    private static LockState rememberSetBack(LockState state, long now) {
        LockState later = InUse.rememberSetBack(state, now);
        Background background = state.background();
        if (background == null) return later;
        long since = Moments.remembered(background.since(), now);
        return later.change().background(background.withSince(since)).done();
    }

    /** Forgets the key, except what an open lease still needs. */
    static Step lock(LockState state, long now, boolean timeout) {
        if (state.phase() == Phase.UNLOCKING) {
            return state.change()
                    .phase(Phase.LOCKED)
                    .nextEpoch()
                    .noCallers()
                    .step()
                    .and(reject(state, CoreErrorCode.LOCKED));
        }
        // A slot that is being opened without a prompt comes too late now.
        if (state.phase() != Phase.UNLOCKED) return state.change().nextEpoch().step();
        // A vault that anyone can open again has nothing a lock would protect.
        if (state.custody() == Custody.OPEN) return Step.stay(state, new StateEffect.DropKey());
        return lockUnlocked(state, now, timeout);
    }

    private static Step lockUnlocked(LockState state, long now, boolean timeout) {
        boolean saved = state.custody() == Custody.STORED;
        Lease lease = saved ? state.lease() : null;
        if (lease != null) lease = lease.withDeadline(Moments.after(now, FormatLimits.LEASE));
        return state.change()
                .phase(saved ? Phase.LOCKED : Phase.ABSENT)
                .custody(Custody.STORED)
                .nextEpoch()
                .lease(lease)
                .use(null)
                .left(isLeft(state))
                .step()
                .andIf(lease == null, new StateEffect.DropKey())
                .and(new StateEffect.NotifyLocked(saved, timeout));
    }

    /** The vault is gone, and with it every claim on it. */
    static Step forget(LockState state, CoreErrorCode code) {
        return gone(state)
                .and(new StateEffect.DropKey())
                .and(reject(state, code))
                .and(new StateEffect.NotifyErased());
    }

    /** {@link #forget}, and what is stored is still to be erased. */
    static Step eraseAndForget(LockState state, CoreErrorCode code) {
        return gone(state)
                .and(new StateEffect.DropKey())
                .and(new StateEffect.Erase())
                .and(reject(state, code))
                .and(new StateEffect.NotifyErased());
    }

    private static Step gone(LockState state) {
        return state.change()
                .phase(Phase.ABSENT)
                .custody(Custody.STORED)
                .nextEpoch()
                .noCallers()
                .lease(null)
                .use(null)
                .left(isLeft(state))
                .step();
    }

    /** Whether nobody is to see the page now. */
    static boolean isOutOfSight(LockState state) {
        return state.background() != null || state.isInactive();
    }

    /** Whoever comes back must not see the page that the app was told to leave. */
    private static boolean isLeft(LockState state) {
        return state.isLeft() || isOutOfSight(state);
    }

    static List<StateEffect> reject(LockState state, CoreErrorCode code) {
        if (state.callers().isEmpty()) return Collections.emptyList();
        return Collections.singletonList(new StateEffect.Reject(state.callers(), code));
    }

    /** Whether time may lock it at all. */
    static boolean isTimed(LockState state) {
        return state.phase() == Phase.UNLOCKED && state.custody() != Custody.OPEN;
    }

    private static boolean isLockDue(LockState state, long now) {
        if (!isTimed(state) || state.prompt() != null) return false;
        return isAwayOver(state, now) || InUse.isOver(state, now);
    }

    static boolean isAwayOver(LockState state, long now) {
        Background background = state.background();
        Long lockAfter = state.settings().lockAfter();
        return background != null
                && lockAfter != null
                && Moments.isOver(background.since(), lockAfter, now);
    }

    private static Step expireLease(LockState state, long now) {
        Long deadline = state.lease() == null ? null : state.lease().deadline();
        if (deadline == null) return Step.stay(state);
        long since = deadline - FormatLimits.LEASE;
        if (!Moments.isOver(since, FormatLimits.LEASE, now)) return Step.stay(state);
        return state.change().lease(null).step(new StateEffect.DropKey());
    }
}
