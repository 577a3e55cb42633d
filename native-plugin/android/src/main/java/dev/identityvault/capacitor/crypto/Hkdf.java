package dev.identityvault.capacitor.crypto;

import dev.identityvault.capacitor.core.codec.Bytes;

import java.util.Arrays;

import javax.crypto.Mac;

/** HKDF-SHA-256, extract and expand. RFC 5869. */
final class Hkdf {
    private static final int BLOCK = 32;

    private Hkdf() {}

    /**
     * @param length at most 255 blocks of 32 bytes
     */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] pseudorandom = Hmac.of(salt, secret);
        Mac mac = Hmac.under(pseudorandom);
        Bytes.erase(pseudorandom);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int at = 0, index = 1; at < length; at += BLOCK, index++) {
            mac.update(block);
            mac.update(info);
            block = mac.doFinal(Bytes.u8(index));
            System.arraycopy(block, 0, output, at, Math.min(BLOCK, length - at));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }
}
