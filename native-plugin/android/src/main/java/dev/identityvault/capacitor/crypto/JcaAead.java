package dev.identityvault.capacitor.crypto;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Suite 1 by the cryptography that Java brings: on Android the system's own, on a computer the
 * JDK's.
 */
public final class JcaAead implements Aead {
    /**
     * Never leaves this file as bytes, except to be wrapped for another slot. To erase it
     * overwrites this array; what {@code SecretKeySpec}, {@code Cipher} and {@code Mac} copied of
     * it stays until the garbage collector takes it: Java has no way to overwrite that.
     */
    private static final class KeyBytes implements Kek, Dek {
        private final byte[] bytes;
        private boolean isErased;

        KeyBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized void erase() {
            isErased = true;
            Bytes.erase(bytes);
        }

        /** Nothing may be sealed or opened under zeros. */
        private synchronized byte[] usable() {
            if (isErased) throw new IllegalStateException("the key was dropped");
            return bytes;
        }
    }

    private static byte[] bytesOf(Object key) {
        return ((KeyBytes) key).usable();
    }

    @Override
    public byte[] digest(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is not to be had", cause);
        }
    }

    @Override
    public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
        return new KeyBytes(Hkdf.derive(secret, salt, info, 32));
    }

    @Override
    public Dek importDek(byte[] bytes) {
        return new KeyBytes(bytes.clone());
    }

    @Override
    public byte[] wrap(Kek kek, byte[] dek, Binding binding) {
        return AesGcm.seal(bytesOf(kek), dek, binding);
    }

    @Override
    public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
        byte[] dek = AesGcm.open(bytesOf(kek), Slice.of(wrapped), binding);
        return dek == null ? null : new KeyBytes(dek);
    }

    @Override
    public byte[] dekBytes(Dek dek) {
        return bytesOf(dek).clone();
    }

    @Override
    public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
        byte[] key = payloadKey(dek, salt);
        try {
            return AesGcm.seal(key, plaintext, binding);
        } finally {
            Bytes.erase(key);
        }
    }

    @Override
    public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
        byte[] key = payloadKey(dek, salt);
        try {
            return AesGcm.open(key, ciphertext, binding);
        } finally {
            Bytes.erase(key);
        }
    }

    private static byte[] payloadKey(Dek dek, byte[] salt) {
        return Hkdf.derive(bytesOf(dek), salt, Bytes.ascii("idv1/payload"), 32);
    }
}
