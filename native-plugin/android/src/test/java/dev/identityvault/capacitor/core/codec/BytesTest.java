package dev.identityvault.capacitor.core.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.Refusals;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Where Java's signed bytes and its UTF-16 would show. */
final class BytesTest {
    @Test
    void bytesAreUnsigned() {
        assertArrayEquals(new byte[] {(byte) 0xff}, Bytes.u8(255));
        assertArrayEquals(Hex.bytes("8001"), Bytes.u16(0x8001));
        assertArrayEquals(Hex.bytes("ffffffff"), Bytes.u32(0xffff_ffffL));
        assertArrayEquals(Hex.bytes("001fffffffffffff"), Bytes.u64((1L << 53) - 1));
        assertEquals("00ff7f80", Bytes.hex(Hex.bytes("00ff7f80")));
        assertTrue(Bytes.compare(Hex.bytes("80"), Hex.bytes("7f")) > 0);
        assertTrue(Bytes.compare(Hex.bytes("7f"), Hex.bytes("7f00")) < 0);
    }

    @Test
    void readsUnsigned() {
        ByteReader reader = new ByteReader(Hex.bytes("ffffffffffffff80000000000000ff"));
        assertEquals(255, reader.u8());
        assertEquals(0xffff, reader.u16());
        assertEquals(0xffff_ffffL, reader.u32());
        assertTrue(reader.u64() < 0);
    }

    @Test
    void aLengthBeyondAnIntIsTooMuch() throws Exception {
        ByteReader reader = new ByteReader(new byte[8]);
        assertEquals("CORRUPT", Refusals.codeOf(() -> reader.take(0xffff_ffffL)));
        assertEquals("CORRUPT", Refusals.codeOf(() -> reader.take(0x8000_0000L)));
        assertEquals("CORRUPT", Refusals.codeOf(() -> reader.take(9)));
        assertEquals(8, reader.take(8).length);
    }

    @Test
    void lengthsCountBytesOfUtf8() {
        assertArrayEquals(Hex.bytes("00000004f09f9880"), Bytes.lengthPrefixed("\ud83d\ude00"));
        assertArrayEquals(Hex.bytes("00000002c3a9"), Bytes.lengthPrefixed("\u00e9"));
    }

    @Test
    void loneSurrogatesHaveNoEncoding() throws Exception {
        for (String lone :
                List.of("\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00")) {
            assertEquals("INVALID_ARGUMENT", Refusals.codeOf(() -> Bytes.utf8(lone)));
        }
        assertEquals(8, Bytes.utf8("\ud83d\ude00\ud83d\ude00").length);
    }

    @Test
    void comparesInConstantTimeTheSame() {
        assertTrue(Bytes.isEqualConstantTime(Hex.bytes("0102"), Hex.bytes("0102")));
        assertFalse(Bytes.isEqualConstantTime(Hex.bytes("0102"), Hex.bytes("0182")));
        assertFalse(Bytes.isEqualConstantTime(Hex.bytes("0102"), Hex.bytes("010200")));
        assertFalse(Bytes.isEqualConstantTime(Hex.bytes("0100"), Hex.bytes("0001")));
    }

    @Test
    void erasesEveryByte() {
        byte[] secret = Hex.bytes("0102030405");
        Bytes.erase(secret);
        assertTrue(Bytes.isZero(secret));
        assertFalse(Bytes.isZero(Hex.bytes("000080")));
    }
}
