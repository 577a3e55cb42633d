package dev.identityvault.capacitor.crypto;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Kdf;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;

/** PBKDF2-HMAC-SHA-256, of HMACs: Android before API 26 has no other. RFC 8018. */
public final class Pbkdf2 implements Kdf {
    private static final int BLOCK = 32;

    @Override
    public byte[] derive(byte[] passcode, byte[] salt, int iterations) {
        return derive(passcode, salt, iterations, BLOCK);
    }

    static byte[] derive(byte[] password, byte[] salt, int iterations, int length) {
        Mac mac = Hmac.under(password);
        byte[] output = new byte[length];
        for (int at = 0, index = 1; at < length; at += BLOCK, index++) {
            byte[] block = block(mac, Bytes.concat(salt, Bytes.u32(index)), iterations);
            System.arraycopy(block, 0, output, at, Math.min(BLOCK, length - at));
            Bytes.erase(block);
        }
        return output;
    }

    private static byte[] block(Mac mac, byte[] input, int iterations) {
        try {
            byte[] each = mac.doFinal(input);
            byte[] sum = each.clone();
            for (int left = iterations - 1; left > 0; left--) {
                mac.update(each);
                mac.doFinal(each, 0);
                for (int index = 0; index < BLOCK; index++) sum[index] ^= each[index];
            }
            Bytes.erase(each);
            return sum;
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("HMAC-SHA-256 gave no 32 bytes", cause);
        }
    }
}
