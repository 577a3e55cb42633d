package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.state.LockState.Background;
import dev.identityvault.capacitor.core.state.LockState.Use;

/** When to look again. FORMAT.md §15.6. */
public final class NextDue {
    private NextDue() {}

    /**
     * The next moment at which time alone changes something: then a tick is due. {@code null}:
     * none.
     */
    public static Long of(LockState state) {
        Long lease = state.lease() == null ? null : state.lease().deadline();
        if (!Locking.isTimed(state) || state.prompt() != null) return lease;
        return earlier(
                lease, earlier(endOfStay(state), earlier(endOfIdling(state), endOfUse(state))));
    }

    /** How long until then: never negative. What is due since for ever is due at once. */
    public static long timeUntil(long due, long now) {
        return due <= now ? 0 : Moments.between(now, due);
    }

    private static Long endOfStay(LockState state) {
        Background background = state.background();
        Long lockAfter = state.settings().lockAfter();
        if (background == null || lockAfter == null) return null;
        return Moments.after(background.since(), lockAfter);
    }

    private static Long endOfIdling(LockState state) {
        Use use = state.use();
        long timeout = state.settings().idleTimeout();
        if (use == null || timeout == 0) return null;
        return Moments.after(use.last(), use.isWarned() ? timeout : InUse.warningAfter(timeout));
    }

    private static Long endOfUse(LockState state) {
        Use use = state.use();
        long timeout = state.settings().sessionTimeout();
        return use == null || timeout == 0 ? null : Moments.after(use.since(), timeout);
    }

    private static Long earlier(Long a, Long b) {
        if (a == null) return b;
        if (b == null) return a;
        return Math.min(a, b);
    }
}
