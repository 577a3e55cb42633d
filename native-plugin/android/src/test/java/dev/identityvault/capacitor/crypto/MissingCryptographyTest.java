package dev.identityvault.capacitor.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.security.Provider;
import java.security.Security;

/** Where the platform lacks what the format needs, nothing weaker takes its place. */
final class MissingCryptographyTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] TEXT = new byte[20];
    private static final Aead.Binding BINDING = new Aead.Binding(new byte[12], new byte[0]);

    @Test
    void saysWhatIsNotToBeHad() {
        assertEquals("SHA-256 is not to be had", without(() -> new JcaAead().digest(TEXT)));
        assertEquals("HMAC-SHA-256 is not to be had", without(() -> Hmac.of(KEY, TEXT)));
        assertEquals(
                "HMAC-SHA-256 is not to be had", without(() -> new Pbkdf2().derive(KEY, TEXT, 1)));
        assertEquals("AES-GCM does not encrypt", without(() -> AesGcm.seal(KEY, TEXT, BINDING)));
        assertEquals(
                "AES-GCM does not decrypt",
                without(() -> AesGcm.open(KEY, Slice.of(TEXT), BINDING)));
    }

    @Test
    void aKeyOfAnotherLengthIsAFaultAndNoWrongTag() {
        byte[] shorter = new byte[5];
        assertThrows(IllegalStateException.class, () -> AesGcm.seal(shorter, TEXT, BINDING));
        assertThrows(
                IllegalStateException.class, () -> AesGcm.open(shorter, Slice.of(TEXT), BINDING));
    }

    /** What is said on a platform that has no cryptography at all. */
    private static String without(Executable work) {
        Provider[] providers = Security.getProviders();
        for (Provider each : providers) Security.removeProvider(each.getName());
        try {
            return assertThrows(IllegalStateException.class, work).getMessage();
        } finally {
            for (Provider each : providers) Security.addProvider(each);
        }
    }
}
