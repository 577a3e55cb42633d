package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.SlotHead;

/**
 * What a prompt gave for a slot.
 *
 * @param of the slot as it was then
 * @param bytes S; its owner wipes it
 */
public record AskedSecret(SlotHead of, byte[] bytes) {}
