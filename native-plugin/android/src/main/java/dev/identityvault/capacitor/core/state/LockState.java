package dev.identityvault.capacitor.core.state;

import java.util.Collections;
import java.util.List;

/**
 * Everything that decides whether a vault answers. Plain data. Times in milliseconds of the
 * monotonic clock; what there is none of is {@code null}. FORMAT.md §15.1.
 *
 * @param isInactive on the screen, but not in use: another app, or the system, is before it;
 *     nothing is locked for that
 * @param isLeft while it was covered the app was told to leave the page
 * @param callers share the unlock under way
 * @param mayPrompt whether a prompt may be shown that nobody asked for; off after a cancellation,
 *     until the next foreground
 * @param epoch counts locks, erasures, damage and new vaults: what began in an earlier epoch is not
 *     answered in a later one
 */
public record LockState(
        Phase phase,
        Custody custody,
        LockSettings settings,
        Background background,
        boolean isInactive,
        boolean isLeft,
        Use use,
        Prompt prompt,
        List<String> callers,
        Lease lease,
        boolean mayPrompt,
        long epoch) {

    /**
     * What lets a refresh store its result.
     *
     * @param names the keys it may write
     * @param deadline set by a lock
     */
    public record Lease(String id, List<String> names, Long deadline) {
        Lease withDeadline(Long newDeadline) {
            return new Lease(id, names, newDeadline);
        }
    }

    /**
     * An own prompt that is shown.
     *
     * @param authenticates whether its success proves that a person is present
     * @param epoch of the state when it was shown: a later one means that its result is discarded
     * @param away longest stay in the background that ended during the prompt
     */
    public record Prompt(boolean authenticates, long epoch, Long away) {
        Prompt withAway(long stayed) {
            return new Prompt(authenticates, epoch, away == null ? stayed : Math.max(away, stayed));
        }
    }

    /**
     * A stay in the background.
     *
     * @param duringPrompt began while an own prompt was shown
     */
    public record Background(long since, boolean duringPrompt) {
        Background withSince(long newSince) {
            return new Background(newSince, duringPrompt);
        }
    }

    /**
     * Of an unlocked vault.
     *
     * @param since since when it is unlocked: the login, or the unlock
     * @param last when somebody was last there
     * @param isWarned the app was told that the idle lock is near
     */
    public record Use(long since, long last, boolean isWarned) {
        static Use begunAt(long now) {
            return new Use(now, now, false);
        }
    }

    /** A process that has just started. */
    public static LockState initial(LockSettings settings) {
        List<String> nobody = Collections.emptyList();
        return new LockState(
                Phase.ABSENT,
                Custody.STORED,
                settings,
                null,
                false,
                false,
                null,
                null,
                nobody,
                null,
                true,
                0);
    }

    /** The same, to be changed. */
    LockStateDraft change() {
        return new LockStateDraft(this);
    }
}
