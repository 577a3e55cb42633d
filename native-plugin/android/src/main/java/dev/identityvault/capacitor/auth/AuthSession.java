package dev.identityvault.capacitor.auth;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.Lifecycle;
import dev.identityvault.capacitor.vaults.LocalVaults;
import dev.identityvault.capacitor.vaults.Platform;
import dev.identityvault.capacitor.vaults.VaultRefusal;

/**
 * The sign-in in the browser: one at a time in the process. The browser tells nothing. The user
 * comes back with an address or, who closed it, without one. BRIDGE.md §4.5.
 */
public final class AuthSession implements Lifecycle.Listener {
    /** Milliseconds in which an address may follow the user's return. */
    private static final long GRACE = 1000;

    /** Milliseconds in which the user's return may follow an address. */
    private static final long RETURN = 5000;

    private final Platform platform;
    private final PlatformAuth auth;
    private final LocalVaults vaults;
    private final AuthCallbacks callbacks;

    /** How often the page is shown again, for somebody might go on with that for ever. */
    private static final int AGAIN = 2;

    /** {@code null}: none is under way. */
    private Shown current;

    public AuthSession(Platform platform, PlatformAuth auth, LocalVaults vaults) {
        this.platform = platform;
        this.auth = auth;
        this.vaults = vaults;
        callbacks = new AuthCallbacks(platform.timer());
    }

    /** Complete: from now on it is told when the user leaves and comes back. */
    public AuthSession listening() {
        platform.lifecycle().add(this);
        return this;
    }

    /**
     * Takes its place before it returns. Rejects {@code VaultUnavailable}: nothing can show it.
     *
     * @return the address that the user came back with; {@code null}: they closed it
     * @throws VaultRefusal {@code PolicyNotMet}, {@code Conflict}
     */
    public Answer<String> open(AuthPage page) {
        auth.origins().allowed(page.url());
        Shown shown = begin(page);
        return vaults.signIn(() -> auth.turns().run(() -> show(shown)))
                .then(address -> Answer.of(ended(address)))
                .orElse(failure -> Answer.failed(ended(failure)));
    }

    private synchronized Shown begin(AuthPage page) {
        if (current != null) throw VaultRefusal.conflict();
        current = new Shown(page);
        return current;
    }

    private synchronized <T> T ended(T outcome) {
        current = null;
        return outcome;
    }

    private Answer<String> show(Shown shown) {
        asked(shown);
        return auth.browser()
                .show(shown.page)
                .then(isShown -> isShown ? begun(shown) : Answer.of(null));
    }

    private synchronized void asked(Shown shown) {
        shown.isAsked = true;
    }

    private synchronized Answer<String> begun(Shown shown) {
        shown.begin();
        return shown.outcome;
    }

    /** The app was opened with an address, by the browser or by anybody else. */
    public synchronized void arrive(String address) {
        boolean isAnswer = current != null && current.page.callback().isAnsweredBy(address);
        if (isAnswer) current.answer(address);
        else callbacks.keep(address);
        boolean isForged = !isAnswer && current != null;
        if (isForged && current.page.callback().isPlaceOf(address)) current.disturb();
    }

    /**
     * What this process was opened with; a second call does not get it.
     *
     * @return {@code null}: nothing that is the answer
     */
    public String takeCallback(AuthCallback expected) {
        return callbacks.take(expected);
    }

    @Override
    public synchronized void onDeactivate() {
        if (current != null) current.leave();
    }

    @Override
    public synchronized void onActivate() {
        if (current != null) current.comeBack();
    }

    @Override
    public void onPause() {
        // The app was left by then.
    }

    @Override
    public void onResume() {
        // It is in use soon after.
    }

    /** One sign-in, with the lock of the session. */
    private final class Shown {
        private final AuthPage page;
        private final Answer<String> outcome = new Answer<>();
        private Runnable cancelEnd = () -> {};

        /**
         * Whether the browser was asked for. Before, it is another prompt that the user leaves the
         * app for.
         */
        private boolean isAsked;

        /** Whether the page is known to be shown. */
        private boolean isBegun;

        /** Whether the user came back before that was known. */
        private boolean isBackEarly;

        private boolean isAway;
        private boolean isDisturbed;
        private int again = AGAIN;

        /** The one that is kept; {@code null}: none has arrived. */
        private String answer;

        Shown(AuthPage page) {
            this.page = page;
        }

        /** Before it is begun, too: the browser may be in front before that is heard of here. */
        void leave() {
            isAway = true;
            isBackEarly = false;
            cancelEnd.run();
        }

        void begin() {
            isBegun = true;
            if (isBackEarly) judgeReturn();
        }

        void comeBack() {
            if (!isAway) return;
            isAway = false;
            if (isBegun) judgeReturn();
            else isBackEarly = isAsked;
        }

        private void judgeReturn() {
            if (answer != null) end();
            else if (isDisturbed) showAgain();
            else endIn(GRACE);
        }

        /**
         * What looks like an answer brought the app before the browser, and Android closed the
         * page. A forged one must not end the sign-in.
         */
        void disturb() {
            isDisturbed = isBegun && answer == null && again > 0;
            if (isDisturbed && !isAway) showAgain();
        }

        private void showAgain() {
            isDisturbed = false;
            again -= 1;
            cancelEnd.run();
            auth.browser()
                    .show(page)
                    .whenSettled(
                            new Answer.Listener<>() {
                                @Override
                                public void onValue(Boolean isShown) {
                                    if (!isShown) end();
                                }

                                @Override
                                public void onFailure(Throwable gone) {
                                    end();
                                }
                            });
        }

        /** While the app is out of sight, it is judged when it is back. FORMAT.md §15.4. */
        void answer(String address) {
            if (answer != null) return;
            answer = address;
            callbacks.use(page.callback());
            if (isAway) endIn(RETURN);
            else end();
        }

        private void endIn(long milliseconds) {
            cancelEnd.run();
            cancelEnd = platform.timer().after(milliseconds, this::end);
        }

        private void end() {
            cancelEnd.run();
            String last = answer;
            // Who waits for it may take its time; the thread of the screen must not.
            platform.executor().execute(() -> outcome.resolve(last));
        }
    }
}
