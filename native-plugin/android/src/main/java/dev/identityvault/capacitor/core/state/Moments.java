package dev.identityvault.capacitor.core.state;

/** Moments and times in milliseconds, without overflow. */
final class Moments {
    /** Longer than anything. */
    static final long FOREVER = Long.MAX_VALUE;

    /** Before anything: when a clock went backwards, nobody knows how long ago something was. */
    static final long PAST = Long.MIN_VALUE;

    private Moments() {}

    /** A clock that went backwards counts as over. */
    static boolean isOver(long since, long limit, long now) {
        return since == PAST || now < since || between(since, now) >= limit;
    }

    /** How long that was, or will be. */
    static long between(long since, long now) {
        long time = now - since;
        return time < 0 && now >= since ? FOREVER : time;
    }

    /** The moment so much later. */
    static long after(long moment, long time) {
        if (moment == PAST) return PAST;
        long later = moment + time;
        return later < moment ? FOREVER : later;
    }

    /** The same moment; {@code PAST} where the clock tells that it is still to come. */
    static long remembered(long moment, long now) {
        return isOver(moment, FOREVER, now) ? PAST : moment;
    }
}
