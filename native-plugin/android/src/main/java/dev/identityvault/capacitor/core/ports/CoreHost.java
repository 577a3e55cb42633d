package dev.identityvault.capacitor.core.ports;

/**
 * What the platform does when the vault's lock changes. Called in order, in the vault's critical
 * section and on whichever thread brought the event, so a call must not wait for another thread.
 * One that throws stops no other.
 */
public interface CoreHost {
    Authenticator authenticator();

    void onUnlocked();

    /**
     * @param saved what is stored is still there
     * @param timeout time did it
     */
    void onLocked(boolean saved, boolean timeout);

    void onErased();

    /** Nobody was there for so long that the vault locks in this many milliseconds. */
    void onIdle(long remaining);

    /** Somebody is there after all. */
    void onActive();

    /**
     * Calls back once after this time, in place of what it was asked before. Late is no harm.
     *
     * @param milliseconds {@code null}: nothing to wait for
     */
    void wakeIn(Long milliseconds, Runnable wake);

    void cover();

    void uncover();

    /**
     * @param limit milliseconds to wait at most for the app's reaction
     */
    void uncoverWhenAcknowledged(long limit);
}
