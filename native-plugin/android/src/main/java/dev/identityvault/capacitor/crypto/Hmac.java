package dev.identityvault.capacitor.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256. */
final class Hmac {
    private static final String NAME = "HmacSHA256";

    private Hmac() {}

    static byte[] of(byte[] key, byte[] data) {
        return under(key).doFinal(data);
    }

    /**
     * To be used more than once.
     *
     * @param key any length: none is as good as 32 zero bytes (RFC 2104 pads with zeros)
     */
    static Mac under(byte[] key) {
        try {
            Mac mac = Mac.getInstance(NAME);
            Key secret = new SecretKeySpec(key.length == 0 ? new byte[32] : key, NAME);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had", cause);
        }
    }
}
