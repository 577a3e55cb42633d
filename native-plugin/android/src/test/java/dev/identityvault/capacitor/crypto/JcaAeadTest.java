package dev.identityvault.capacitor.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

final class JcaAeadTest {
    private final JcaAead aead = new JcaAead();
    private final Aead.Binding binding = new Aead.Binding(new byte[12], Bytes.ascii("aad"));

    @Test
    void opensWhatItSealedAndNothingElse() {
        Dek dek = aead.importDek(new byte[32]);
        byte[] salt = new byte[16];
        byte[] bytes = aead.seal(dek, Bytes.ascii("text"), salt, binding);
        Slice sealed = Slice.of(bytes);
        assertArrayEquals(Bytes.ascii("text"), aead.open(dek, sealed, salt, binding));
        assertNull(aead.open(dek, sealed, Bytes.ascii("another salt"), binding));
        assertNull(
                aead.open(dek, sealed, salt, new Aead.Binding(new byte[12], Bytes.ascii("AAD"))));
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertNull(aead.open(dek, Slice.of(changed), salt, binding));
        }
    }

    @Test
    void opensWhatIsWithinOthers() {
        Dek dek = aead.importDek(new byte[32]);
        byte[] salt = new byte[16];
        byte[] sealed = aead.seal(dek, Bytes.ascii("text"), salt, binding);
        byte[] stored = Bytes.concat(new byte[3], sealed, new byte[2]);
        Slice within = new Slice(stored, 3, sealed.length);
        assertArrayEquals(Bytes.ascii("text"), aead.open(dek, within, salt, binding));
        assertArrayEquals(sealed, within.copy());
        assertNull(aead.open(dek, new Slice(stored, 2, sealed.length), salt, binding));
        assertNull(aead.open(dek, new Slice(stored, 3, sealed.length + 1), salt, binding));
    }

    @Test
    void wrapsADataKey() {
        Kek kek = aead.deriveKek(new byte[64], new byte[24], new byte[0]);
        byte[] raw = new SystemRandom().bytes(32);
        byte[] wrapped = aead.wrap(kek, raw, binding);
        assertEquals(48, wrapped.length);
        assertArrayEquals(raw, aead.dekBytes(aead.unwrap(kek, wrapped, binding)));
        Kek other = aead.deriveKek(new byte[64], new byte[24], new byte[1]);
        assertNull(aead.unwrap(other, wrapped, binding));
    }

    @Test
    void anErasedKeyIsNotUsed() {
        Dek dek = aead.importDek(new byte[32]);
        Kek kek = aead.deriveKek(new byte[64], new byte[24], new byte[0]);
        dek.erase();
        kek.erase();
        byte[] text = new byte[32];
        assertThrows(
                IllegalStateException.class, () -> aead.seal(dek, text, new byte[16], binding));
        assertThrows(IllegalStateException.class, () -> aead.dekBytes(dek));
        assertThrows(IllegalStateException.class, () -> aead.wrap(kek, text, binding));
    }

    @Test
    void keepsItsOwnCopyOfAKey() {
        byte[] raw = new SystemRandom().bytes(32);
        byte[] copy = raw.clone();
        Dek dek = aead.importDek(raw);
        Bytes.erase(raw);
        Bytes.erase(aead.dekBytes(dek));
        assertArrayEquals(copy, aead.dekBytes(dek));
    }

    @Test
    void isTheJdksPbkdf2() throws Exception {
        char[] passcode = "caf\u00e9 12".toCharArray();
        byte[] salt = new SystemRandom().bytes(32);
        javax.crypto.spec.PBEKeySpec spec =
                new javax.crypto.spec.PBEKeySpec(passcode, salt, 1000, 256);
        byte[] expected =
                javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
        byte[] bytes = new String(passcode).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, new Pbkdf2().derive(bytes, salt, 1000));
    }

    @Test
    void saysNothingOfItsKeys() {
        byte[] raw = new byte[32];
        Arrays.fill(raw, (byte) 7);
        assertFalse(aead.importDek(raw).toString().contains("070707"));
    }
}
