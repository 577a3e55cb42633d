package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.Answer;

/**
 * Who is told of a vault. Called in the vault's critical section: must not wait. What is answered
 * settles when the app has reacted, which may be never.
 */
public interface VaultListener {
    /**
     * @param saved what is stored is still there
     * @param timeout time did it
     */
    Answer<Void> onLock(boolean saved, boolean timeout);

    Answer<Void> onUnlock();

    /**
     * Nobody was there for so long that it is locked soon.
     *
     * @param remaining milliseconds
     */
    Answer<Void> onIdle(long remaining);

    /** Somebody is there after all. */
    Answer<Void> onActive();

    /** The mode, the ways to unlock or what is stored changed. */
    Answer<Void> onConfig();
}
