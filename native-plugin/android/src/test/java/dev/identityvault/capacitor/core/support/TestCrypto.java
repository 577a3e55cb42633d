package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Prf;

/** Primitives by the JDK, beside those that are tested. */
public final class TestCrypto {
    private TestCrypto() {}

    public static byte[] sha256(byte[]... parts) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(Bytes.concat(parts));
        } catch (java.security.GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }

    public static byte[] hmac(byte[] key, byte[] data) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (java.security.GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }

    /** F of FORMAT.md §6.2, with a key in the open. */
    public static byte[] deviceFunction(Prf prf, byte[] key, byte[] input) {
        return prf == Prf.ECDH ? P256.multiple(key, P256.hashToPoint(input)) : hmac(key, input);
    }
}
