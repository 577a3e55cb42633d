package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Kdf;
import dev.identityvault.capacitor.crypto.Pbkdf2;

import java.util.HashMap;
import java.util.Map;

/** Real PBKDF2, once for each passcode and salt. */
public final class RememberingKdf implements Kdf {
    private static final Map<String, byte[]> DERIVED = new HashMap<>();

    @Override
    public byte[] derive(byte[] passcode, byte[] salt, int iterations) {
        String folder = System.getProperty("derived");
        if (folder != null) return DerivedKeys.in(folder).derive(passcode, salt, iterations);
        String asked = Bytes.hex(passcode) + " " + Bytes.hex(salt) + " " + iterations;
        return DERIVED.computeIfAbsent(
                        asked, key -> new Pbkdf2().derive(passcode, salt, iterations))
                .clone();
    }
}
