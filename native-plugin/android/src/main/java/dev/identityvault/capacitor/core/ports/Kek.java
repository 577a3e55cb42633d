package dev.identityvault.capacitor.core.ports;

/**
 * A handle on the key that wraps a slot's data key. Only the {@link Aead} that made it can use it.
 */
public interface Kek {
    /** Overwrites the key, which can't be used any more. */
    void erase();
}
