package dev.identityvault.capacitor.core.codec;

/**
 * One way to unlock: the data key, wrapped.
 *
 * @param nonce 12 bytes
 * @param wrapped 48 bytes: the data key and its tag
 */
public record Slot(SlotHead head, byte[] nonce, byte[] wrapped) {}
