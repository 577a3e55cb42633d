package dev.identityvault.capacitor.crypto;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;

import java.security.GeneralSecurityException;

import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a 16-byte tag. */
final class AesGcm {
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    static byte[] seal(byte[] key, byte[] plaintext, Aead.Binding binding) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, binding).doFinal(plaintext);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("AES-GCM does not encrypt", cause);
        }
    }

    /** {@code null}: the tag does not verify. */
    static byte[] open(byte[] key, Slice ciphertext, Aead.Binding binding) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, binding)
                    .doFinal(ciphertext.bytes(), ciphertext.start(), ciphertext.length());
        } catch (BadPaddingException wrongTag) {
            return null;
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("AES-GCM does not decrypt", cause);
        }
    }

    private static Cipher cipher(int mode, byte[] key, Aead.Binding binding)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, binding.nonce()));
        cipher.updateAAD(binding.aad());
        return cipher;
    }
}
