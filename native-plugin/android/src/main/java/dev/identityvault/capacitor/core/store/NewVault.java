package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.slots.SlotRequest;

import java.util.List;
import java.util.Map;

/** A vault to make. */
public record NewVault(VaultPolicy policy, List<SlotRequest> slots, Map<String, byte[]> values) {}
