package dev.identityvault.capacitor.core.state;

/** How a vault that is unlocked behaves when it is locked. */
public enum Custody {
    /** It locks. */
    STORED,
    /** SecureStorage: it never does. */
    OPEN,
    /** A lock erases it. */
    MEMORY
}
