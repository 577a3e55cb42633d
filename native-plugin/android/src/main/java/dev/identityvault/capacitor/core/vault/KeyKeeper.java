package dev.identityvault.capacitor.core.vault;

/**
 * What the lock has done by who holds the keys. In its critical section: what takes its time is
 * only begun there, and what comes of it is told.
 */
interface KeyKeeper {
    void dropKey();

    void dropOpened();

    void keepOpened();

    /** There is no lease (any more). */
    void forgetLease();

    void showPrompt(Tell tell);

    void erase();

    void markSlotDead(Tell tell);
}
