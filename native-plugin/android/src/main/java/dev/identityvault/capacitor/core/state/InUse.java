package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.state.LockState.Use;

/** How an unlocked vault is used, and how long it is not. */
final class InUse {
    /**
     * How long before the idle lock the app is warned, at most; never more than half of the time.
     * Milliseconds.
     */
    private static final long WARNING = 30_000;

    private InUse() {}

    /** When the app is to be warned, counted from the last use. */
    static long warningAfter(long idleTimeout) {
        return idleTimeout - Math.min(WARNING, idleTimeout / 2);
    }

    /** Unlocked for too long, or with nobody there for too long. */
    static boolean isOver(LockState state, long now) {
        Use use = state.use();
        if (use == null) return false;
        long idleTimeout = state.settings().idleTimeout();
        long sessionTimeout = state.settings().sessionTimeout();
        return (idleTimeout > 0 && Moments.isOver(use.last(), idleTimeout, now))
                || (sessionTimeout > 0 && Moments.isOver(use.since(), sessionTimeout, now));
    }

    /** Tells the app, once, that the idle lock is near. */
    static Step warnIdle(LockState state, long now) {
        Use use = state.use();
        long idleTimeout = state.settings().idleTimeout();
        boolean isWaiting = Locking.isTimed(state) && state.prompt() == null && idleTimeout > 0;
        if (!isWaiting || use == null || use.isWarned()) return Step.stay(state);
        if (!Moments.isOver(use.last(), warningAfter(idleTimeout), now)) return Step.stay(state);
        long remaining = Moments.between(now, Moments.after(use.last(), idleTimeout));
        return state.change()
                .use(new Use(use.since(), use.last(), true))
                .step(new StateEffect.NotifyIdle(remaining));
    }

    /** Somebody is there. */
    static Step onActivity(LockState state, long now) {
        Use use = state.use();
        if (use == null) return Step.stay(state);
        return state.change()
                .use(new Use(use.since(), now, false))
                .step()
                .andIf(use.isWarned(), new StateEffect.NotifyActive());
    }

    /** A prompt keeps the lock waiting, and the clock may have caught up when it ends. */
    static LockState rememberSetBack(LockState state, long now) {
        Use use = state.use();
        if (use == null) return state;
        long since = Moments.remembered(use.since(), now);
        long last = Moments.remembered(use.last(), now);
        return state.change().use(new Use(since, last, use.isWarned())).done();
    }
}
