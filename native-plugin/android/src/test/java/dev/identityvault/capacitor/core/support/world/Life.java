package dev.identityvault.capacitor.core.support.world;

/**
 * How long a process lives, counted in steps that leave something behind: before and after each.
 */
final class Life {
    private final Intercept intercept;
    private long left = Long.MAX_VALUE;
    private boolean isDead;

    Life(Intercept intercept) {
        this.intercept = intercept;
    }

    synchronized void endsAfter(long steps) {
        left = steps;
    }

    /** Something is looked at: it leaves nothing behind. */
    boolean look(String call, String name) {
        assertAlive();
        return intercept.before(call, name);
    }

    /** Something is about to be left behind, or was. */
    synchronized void step() {
        assertAlive();
        isDead = left == 0;
        left -= 1;
        assertAlive();
    }

    private synchronized void assertAlive() {
        if (isDead) throw new Crash();
    }
}
