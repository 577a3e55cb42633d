package dev.identityvault.capacitor.vaults;

/** Calls back once, as far as the platform lets it, and waits for nobody. */
public interface Timer {
    /**
     * @param delay milliseconds, sleep included
     * @return the cancellation
     */
    Runnable after(long delay, Runnable callback);
}
