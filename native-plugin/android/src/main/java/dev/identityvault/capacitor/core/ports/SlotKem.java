package dev.identityvault.capacitor.core.ports;

import dev.identityvault.capacitor.core.codec.Kem;

/**
 * The key of a biometric or deviceCredential slot. The secret is released only by decrypting, so
 * whatever prompt that needs is shown by {@link #decapsulate}. What may ask a person answers later,
 * on a thread that is not the vault's.
 */
public interface SlotKem {
    /** What a slot's KEM has to know of the slot. */
    record Input(String name, byte[] salt, byte[] enc) {}

    /** A fresh secret, and what decrypts to it. The caller wipes the secret. */
    record Encapsulated(byte[] secret, byte[] enc, byte[] salt) {}

    /** Never {@code NONE}. */
    Kem kem();

    /**
     * Its prompt can't tell a cancellation from a key that is gone: the vault's other way is
     * offered then.
     */
    boolean cancelOffersOther();

    /** It has a public key. */
    boolean canEncapsulate();

    /**
     * A new device key under this name.
     *
     * @param survivesEnrolment whoever is enrolled later may use it, too; else enrolling someone
     *     destroys it, where the system can do that
     * @return rejects {@code POLICY_NOT_MET}, {@code USER_CANCELED}
     */
    Answer<Encapsulated> create(String name, boolean survivesEnrolment);

    /** Under the key that is there, without a prompt; only if it {@link #canEncapsulate}. */
    Encapsulated encapsulate(String name);

    /**
     * The secret is the caller's, who wipes it.
     *
     * @return rejects {@code USER_CANCELED}, {@code LOCKED_OUT}, {@code KEY_INVALIDATED}, {@code
     *     KEY_MISSING}, {@code AUTHENTICATION_FAILED}, …
     */
    Answer<byte[]> decapsulate(Input input);

    /** Succeeds when there is none. */
    void destroy(String name);
}
