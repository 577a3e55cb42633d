package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Enrolment;

/**
 * What slots are made for.
 *
 * @param dek the raw data key
 * @param enrolment what a changed enrolment does is up to the key of a biometric slot
 */
public record SlotTarget(VaultBinding binding, byte[] dek, Enrolment enrolment) {}
