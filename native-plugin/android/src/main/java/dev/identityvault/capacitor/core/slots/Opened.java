package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.store.LoadedVault;

/** A vault as it is stored, and the keys that open it. */
public record Opened(LoadedVault vault, OpenKeys keys) {}
