package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.store.LoadedVault;

import java.util.Map;

/** A vault as it is stored, the keys that open it, and what is in it. */
public record Unlocked(LoadedVault vault, OpenKeys keys, Map<String, byte[]> values) {}
