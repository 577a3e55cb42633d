package dev.identityvault.capacitor.core.ports;

/** A handle on the data key. Has no readable bytes. */
public interface Dek {
    /** Overwrites the key, which can't be used any more. */
    void erase();
}
