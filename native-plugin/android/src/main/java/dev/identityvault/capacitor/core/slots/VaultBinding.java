package dev.identityvault.capacitor.core.slots;

/** What every slot of a vault is bound to. */
public record VaultBinding(byte[] vaultId, byte[] scope) {}
