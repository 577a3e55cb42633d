package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.ports.Kek;

/** A slot, and its key: while the vault is unlocked the slot can be wrapped again with it. */
public record MadeSlot(Slot slot, Kek kek) {}
