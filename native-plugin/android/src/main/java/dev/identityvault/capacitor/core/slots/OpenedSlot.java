package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

/** The data key, and the key of the slot that opened it: with it that slot can be wrapped again. */
public record OpenedSlot(Dek dek, Kek kek, byte[] slotId) {}
