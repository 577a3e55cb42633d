package dev.identityvault.capacitor.core.ports;

/**
 * The KEMs of this device.
 *
 * @param biometric {@code null}: it has none
 * @param deviceCredential {@code null}: it has none
 */
public record SlotKems(SlotKem biometric, SlotKem deviceCredential) {}
