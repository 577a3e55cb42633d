package dev.identityvault.capacitor.auth;

import dev.identityvault.capacitor.core.ports.Answer;

/** The browser, which shows a provider's pages apart from the app. */
public interface AuthBrowser {
    /**
     * @return {@code false}: the app is not in sight, so nobody asked for it. Rejects {@code
     *     VaultUnavailable}: there is no browser
     */
    Answer<Boolean> show(AuthPage page);
}
