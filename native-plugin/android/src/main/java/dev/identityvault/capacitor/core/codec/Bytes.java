package dev.identityvault.capacitor.core.codec;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The notation of FORMAT.md §1. Integers are unsigned and big-endian. */
public final class Bytes {
    private static final String DIGITS = "0123456789abcdef";

    private Bytes() {}

    /** ASCII labels of the format. */
    public static byte[] ascii(String label) {
        return label.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * @throws CoreError {@code INVALID_ARGUMENT}: a lone surrogate, which platforms encode
     *     differently
     */
    public static byte[] utf8(String text) {
        if (LoneSurrogate.isIn(text)) {
            throw new CoreError(CoreErrorCode.INVALID_ARGUMENT, "text with a lone surrogate");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] concat(byte[]... parts) {
        return concat(Arrays.asList(parts));
    }

    public static byte[] concat(List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        byte[] joined = new byte[length];
        int offset = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, offset, part.length);
            offset += part.length;
        }
        return joined;
    }

    public static byte[] u8(int value) {
        return new byte[] {(byte) value};
    }

    public static byte[] u16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    public static byte[] u32(long value) {
        return new byte[] {
            (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
        };
    }

    public static byte[] u64(long value) {
        return concat(u32(value >>> 32), u32(value));
    }

    /** Length first, so that two texts can't be shifted into each other. */
    public static byte[] lengthPrefixed(String text) {
        byte[] bytes = utf8(text);
        return concat(u32(bytes.length), bytes);
    }

    /** Order of unsigned bytes; a proper prefix comes first. */
    public static int compare(byte[] a, byte[] b) {
        int shared = Math.min(a.length, b.length);
        for (int index = 0; index < shared; index++) {
            int difference = (a[index] & 0xff) - (b[index] & 0xff);
            if (difference != 0) return difference;
        }
        return a.length - b.length;
    }

    public static boolean isEqual(byte[] a, byte[] b) {
        return compare(a, b) == 0;
    }

    /** Same time whichever byte differs: for tags. */
    public static boolean isEqualConstantTime(byte[] a, byte[] b) {
        if (a.length != b.length) return false;
        int difference = 0;
        for (int index = 0; index < a.length; index++) difference |= a[index] ^ b[index];
        return difference == 0;
    }

    public static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) return false;
        }
        return true;
    }

    /** Leaves nothing of a key or a passcode. */
    public static void erase(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }

    public static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder(2 * bytes.length);
        for (byte each : bytes) {
            text.append(DIGITS.charAt((each >> 4) & 0xf)).append(DIGITS.charAt(each & 0xf));
        }
        return text.toString();
    }
}
