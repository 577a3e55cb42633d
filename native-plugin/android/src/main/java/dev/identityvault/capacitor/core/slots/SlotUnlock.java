package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.store.LoadedVault;

import java.util.Map;

/** An opened vault, its attempts judged. */
public record SlotUnlock(LoadedVault vault, OpenedSlot opened, Map<String, byte[]> values) {}
