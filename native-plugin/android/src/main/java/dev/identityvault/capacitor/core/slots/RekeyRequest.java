package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.VaultPolicy;

import java.util.List;
import java.util.Set;

/**
 * Other slots.
 *
 * @param keep kinds of slots that stay. Every other one goes, and its device keys are destroyed
 */
public record RekeyRequest(VaultPolicy policy, Set<Kind> keep, List<SlotRequest> create) {}
