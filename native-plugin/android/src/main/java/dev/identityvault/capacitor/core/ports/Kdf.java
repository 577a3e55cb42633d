package dev.identityvault.capacitor.core.ports;

/**
 * PBKDF2-HMAC-SHA-256, 32 bytes. Injected, so that tests can count and speed up what nothing public
 * reaches.
 */
public interface Kdf {
    /**
     * @return the caller's, who wipes it
     */
    byte[] derive(byte[] passcode, byte[] salt, int iterations);
}
