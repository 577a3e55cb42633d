package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.Kek;

/** How a slot can be wrapped: its public part, and its key. */
public record Rewrap(SlotHead head, Kek kek) {}
