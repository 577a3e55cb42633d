package dev.identityvault.capacitor.auth;

/**
 * A provider's page to sign in or out, and where the user comes back to.
 *
 * @param isEphemeral without what the browser knows of the user, and forgotten afterwards, where
 *     the browser can do that
 */
public record AuthPage(String url, AuthCallback callback, boolean isEphemeral) {
    /** Nothing of it is to be read in a log. */
    @Override
    public String toString() {
        return "AuthPage";
    }
}
