package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.state.LockSettings;

/**
 * Which vault, and when it locks.
 *
 * @param scope 32 bytes, FORMAT.md §3
 */
public record CoreSettings(byte[] scope, LockSettings lock) {}
