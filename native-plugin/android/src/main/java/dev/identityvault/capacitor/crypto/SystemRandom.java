package dev.identityvault.capacitor.crypto;

import dev.identityvault.capacitor.core.ports.Random;

import java.security.SecureRandom;

/** The platform's cryptographic generator. */
public final class SystemRandom implements Random {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
