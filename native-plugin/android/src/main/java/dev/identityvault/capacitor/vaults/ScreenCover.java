package dev.identityvault.capacitor.vaults;

/**
 * Hides the app's content. Every call may come more than once, from any thread, and never waits.
 */
public interface ScreenCover {
    void cover();

    void uncover();
}
