package dev.identityvault.bench;

import dev.identityvault.capacitor.core.ports.Aead.Binding;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.Callable;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** What the format calls, by Java's own classes and nothing else. */
final class Primitives {
    private Primitives() {}

    static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    /** One block of RFC 5869. */
    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info) throws GeneralSecurityException {
        byte[] pseudorandom = hmac(salt.length == 0 ? new byte[32] : salt, secret);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(pseudorandom, "HmacSHA256"));
        mac.update(info);
        mac.update((byte) 1);
        return mac.doFinal();
    }

    static byte[] seal(byte[] key, byte[] plaintext, Binding binding) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, key, binding).doFinal(plaintext);
    }

    static byte[] open(byte[] key, byte[] ciphertext, Binding binding) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, binding).doFinal(ciphertext);
    }

    private static Cipher cipher(int mode, byte[] key, Binding binding) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, binding.nonce()));
        cipher.updateAAD(binding.aad());
        return cipher;
    }

    /** The JDK's own, of the same characters. */
    static byte[] pbkdf2(byte[] passcode, byte[] salt, int iterations) throws GeneralSecurityException {
        char[] characters = new String(passcode, java.nio.charset.StandardCharsets.UTF_8).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, 256);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    static <T> T run(Callable<T> primitive) {
        try {
            return primitive.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
