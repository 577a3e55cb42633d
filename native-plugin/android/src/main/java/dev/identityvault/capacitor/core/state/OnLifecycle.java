package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.state.LockState.Background;
import dev.identityvault.capacitor.core.state.LockState.Prompt;

/** What becomes of the app on the screen. FORMAT.md §15.3. */
final class OnLifecycle {
    /** How long the cover waits for the app's answer to a lock, milliseconds. */
    private static final long COVER_LIMIT = 2000;

    private OnLifecycle() {}

    static Step pause(LockState state, long now) {
        if (state.background() != null) return Step.stay(state);
        Background background = new Background(now, state.prompt() != null);
        return cover(state)
                .andThen(next -> next.change().background(background).step())
                .andThen(next -> Locking.judge(next, now));
    }

    static Step resume(LockState state, long now) {
        Background background = state.background();
        Prompt prompt = state.prompt();
        if (background == null) return Step.stay(state);
        boolean isMeasured = !Moments.isOver(background.since(), Moments.FOREVER, now);
        long stayed = isMeasured ? Moments.between(background.since(), now) : Moments.FOREVER;
        return state.change()
                .background(null)
                .prompt(prompt == null ? null : prompt.withAway(stayed))
                // A prompt may have caused its own background: prompting again on return would
                // never end.
                .mayPrompt(state.mayPrompt() || !background.duringPrompt())
                .step()
                .andThen(OnLifecycle::uncover);
    }

    /** Locks nothing: a call, a sheet of the system or another window is before the app. */
    static Step deactivate(LockState state) {
        if (state.isInactive()) return Step.stay(state);
        return cover(state).andThen(next -> next.change().inactive(true).step());
    }

    static Step activate(LockState state) {
        if (!state.isInactive()) return Step.stay(state);
        return uncover(state.change().inactive(false).done());
    }

    /** The latest settings win. Out of sight, the return would not uncover any more. */
    static Step configure(LockState state, LockSettings settings, long now) {
        boolean hideScreen = settings.hideScreen();
        boolean isChanged =
                hideScreen != state.settings().hideScreen() && Locking.isOutOfSight(state);
        return state.change()
                .settings(settings)
                .step()
                .andIf(isChanged, hideScreen ? new StateEffect.Cover() : new StateEffect.Uncover())
                .andThen(next -> Locking.judge(next, now));
    }

    /**
     * Also behind an own prompt, which stays above the cover: the system may take a picture of the
     * page at any moment.
     */
    private static Step cover(LockState state) {
        if (Locking.isOutOfSight(state)) return Step.stay(state);
        return state.change()
                .left(false)
                .step()
                .andIf(state.settings().hideScreen(), new StateEffect.Cover());
    }

    private static Step uncover(LockState state) {
        if (Locking.isOutOfSight(state)) return Step.stay(state);
        StateEffect uncovering =
                state.isLeft()
                        ? new StateEffect.UncoverWhenAcknowledged(COVER_LIMIT)
                        : new StateEffect.Uncover();
        return state.change().left(false).step().andIf(state.settings().hideScreen(), uncovering);
    }
}
