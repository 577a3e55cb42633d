package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.EncodedEnvelope;

/**
 * A sealed envelope, to take the place of the stored one.
 *
 * @param resetsAttempts the passcode is a new one, the vault replaces another, or fewer attempts
 *     are allowed from now on
 */
public record NewEnvelope(EncodedEnvelope encoded, boolean resetsAttempts) {}
