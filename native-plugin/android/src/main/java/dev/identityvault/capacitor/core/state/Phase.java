package dev.identityvault.capacitor.core.state;

/** Whether a vault answers. */
public enum Phase {
    ABSENT,
    LOCKED,
    UNLOCKING,
    UNLOCKED
}
