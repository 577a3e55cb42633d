package dev.identityvault.capacitor.core.ports;

/** Milliseconds since boot, sleep included, comparable across processes. */
public interface Clock {
    long now();
}
