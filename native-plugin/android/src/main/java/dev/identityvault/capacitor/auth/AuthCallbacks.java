package dev.identityvault.capacitor.auth;

import dev.identityvault.capacitor.vaults.Timer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Addresses that the app was opened with, for a page that comes later: the process may have ended
 * during a sign-in. In memory only. BRIDGE.md §4.5.
 */
final class AuthCallbacks {
    private static final int MOST = 8;

    /** Milliseconds. */
    private static final long KEPT_FOR = 10 * 60 * 1000L;

    private record Arrived(String address, Runnable cancelDrop) {}

    private final Timer timer;
    private final Deque<Arrived> kept = new ArrayDeque<>();

    /** Each state is good for one answer, but Android hands an intent to each new activity. */
    private final Deque<String> usedStates = new ArrayDeque<>();

    AuthCallbacks(Timer timer) {
        this.timer = timer;
    }

    /** One without a state can be the answer to nothing. */
    synchronized void keep(String address) {
        String state = AuthCallback.stateOf(address);
        if (state == null || usedStates.contains(state)) return;
        drop(address);
        kept.addLast(new Arrived(address, timer.after(KEPT_FOR, () -> drop(address))));
        if (kept.size() > MOST) kept.removeFirst().cancelDrop().run();
    }

    /**
     * @return {@code null}: none of them is the answer
     */
    synchronized String take(AuthCallback expected) {
        for (Arrived each : kept) {
            if (!expected.isAnsweredBy(each.address())) continue;
            drop(each.address());
            use(expected);
            return each.address();
        }
        return null;
    }

    synchronized void use(AuthCallback answered) {
        if (answered.state() == null) return;
        usedStates.addLast(answered.state());
        if (usedStates.size() > MOST) usedStates.removeFirst();
    }

    private synchronized void drop(String address) {
        for (Iterator<Arrived> each = kept.iterator(); each.hasNext(); ) {
            Arrived arrived = each.next();
            if (!arrived.address().equals(address)) continue;
            each.remove();
            arrived.cancelDrop().run();
        }
    }
}
