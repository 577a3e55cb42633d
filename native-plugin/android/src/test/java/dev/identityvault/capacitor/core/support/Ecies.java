package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;

import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Kem 3 by the JDK and {@link P256}, with keys in the open. FORMAT.md §6.1. */
public final class Ecies {
    private Ecies() {}

    /** To the public key of a scalar. */
    public static byte[] encrypt(byte[] scalar, byte[] ephemeral, byte[] plaintext) {
        P256.Point recipient = P256.publicKey(scalar);
        byte[] own = P256.publicKey(ephemeral).bytes();
        byte[] derived = derived(P256.multiple(ephemeral, recipient), own);
        try {
            return Bytes.concat(
                    own, cipher(javax.crypto.Cipher.ENCRYPT_MODE, derived).doFinal(plaintext));
        } catch (GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }

    /** {@code null}: it does not decrypt. */
    public static byte[] decrypt(byte[] scalar, byte[] enc) {
        byte[] own = Arrays.copyOf(enc, 65);
        P256.Point point = P256.at(Arrays.copyOfRange(own, 1, 33), Arrays.copyOfRange(own, 33, 65));
        if (own[0] != 4 || point == null) return null;
        byte[] derived = derived(P256.multiple(scalar, point), own);
        try {
            return cipher(javax.crypto.Cipher.DECRYPT_MODE, derived)
                    .doFinal(enc, 65, enc.length - 65);
        } catch (javax.crypto.AEADBadTagException refusal) {
            return null;
        } catch (GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }

    private static byte[] derived(byte[] shared, byte[] ephemeral) {
        return TestCrypto.sha256(shared, Bytes.u32(1), ephemeral);
    }

    /** AES-128-GCM with the first half as key and the other one as nonce. */
    private static javax.crypto.Cipher cipher(int mode, byte[] derived)
            throws GeneralSecurityException {
        javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new javax.crypto.spec.SecretKeySpec(derived, 0, 16, "AES"),
                new javax.crypto.spec.GCMParameterSpec(128, derived, 16, 16));
        return cipher;
    }
}
