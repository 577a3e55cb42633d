package dev.identityvault.capacitor.core.codec;

import static dev.identityvault.capacitor.core.ports.CoreError.corrupt;

import java.util.Arrays;

/**
 * Takes fields from left to right; every reading past the end is {@code CORRUPT}, before anything
 * is allocated.
 */
final class ByteReader {
    private final byte[] bytes;
    private int offset = 0;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int left() {
        return bytes.length - offset;
    }

    /**
     * @param length a u32, which may be more than an int holds
     */
    byte[] take(long length) {
        int start = advance(length);
        return Arrays.copyOfRange(bytes, start, offset);
    }

    /** The same, without a copy. */
    Slice slice(long length) {
        int start = advance(length);
        return new Slice(bytes, start, (int) length);
    }

    int u8() {
        return bytes[advance(1)] & 0xff;
    }

    int u16() {
        return (int) number(2);
    }

    long u32() {
        return number(4);
    }

    /** Negative: above 2^63 − 1. */
    long u64() {
        return number(8);
    }

    /** What was taken so far. */
    byte[] taken() {
        return Arrays.copyOf(bytes, offset);
    }

    private long number(int length) {
        int start = advance(length);
        long value = 0;
        for (int at = start; at < offset; at++) value = value << 8 | (bytes[at] & 0xff);
        return value;
    }

    private int advance(long length) {
        if (length > left()) throw corrupt("ends too early");
        int start = offset;
        offset += (int) length;
        return start;
    }
}
