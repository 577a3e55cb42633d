package dev.identityvault.capacitor.core.codec;

import java.util.Arrays;

/**
 * Bytes within others, which nobody changes: what is large is not copied to be handed on.
 *
 * @param start of them in {@code bytes}
 */
public record Slice(byte[] bytes, int start, int length) {
    /** All of them. */
    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    public byte[] copy() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }
}
