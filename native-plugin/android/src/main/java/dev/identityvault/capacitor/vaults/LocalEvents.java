package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Authenticator;
import dev.identityvault.capacitor.core.ports.CoreHost;

/** What the core tells, passed on; and the screen, which waits for what is answered. */
final class LocalEvents implements CoreHost {
    /** What is around it. */
    record Parts(
            VaultListener listener,
            ScreenCover screen,
            Timer timer,
            Authenticator authenticator,
            PromptContext prompts) {}

    private final Parts parts;

    /** To the last lock or erasure. */
    private Answer<Void> reaction = Answer.of(null);

    private Runnable cancelWake = () -> {};

    /** So that only the answer to the last lock uncovers the screen. */
    private int covers;

    LocalEvents(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Authenticator authenticator() {
        return parts.authenticator();
    }

    @Override
    public void onUnlocked() {
        parts.listener().onUnlock();
    }

    @Override
    public synchronized void onLocked(boolean saved, boolean timeout) {
        parts.prompts().dismiss();
        reaction = parts.listener().onLock(saved, timeout);
    }

    @Override
    public synchronized void onErased() {
        parts.prompts().dismiss();
        reaction = parts.listener().onConfig();
    }

    /** What is stored changed by a call. */
    void onConfigured() {
        parts.listener().onConfig();
    }

    @Override
    public void onIdle(long remaining) {
        parts.listener().onIdle(remaining);
    }

    @Override
    public void onActive() {
        parts.listener().onActive();
    }

    @Override
    public synchronized void wakeIn(Long milliseconds, Runnable wake) {
        cancelWake.run();
        cancelWake = milliseconds == null ? () -> {} : parts.timer().after(milliseconds, wake);
    }

    @Override
    public synchronized void cover() {
        covers += 1;
        parts.screen().cover();
    }

    @Override
    public synchronized void uncover() {
        covers += 1;
        parts.screen().uncover();
    }

    @Override
    public synchronized void uncoverWhenAcknowledged(long limit) {
        int now = covers;
        Runnable cancel = parts.timer().after(limit, () -> uncoverIf(now));
        reaction.whenSettled(
                new Answer.Listener<>() {
                    @Override
                    public void onValue(Void nothing) {
                        cancel.run();
                        uncoverIf(now);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        onValue(null);
                    }
                });
    }

    private synchronized void uncoverIf(int unchanged) {
        if (covers == unchanged) parts.screen().uncover();
    }
}
