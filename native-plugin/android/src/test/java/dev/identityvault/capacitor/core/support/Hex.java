package dev.identityvault.capacitor.core.support;

/** Bytes as vectors write them. */
public final class Hex {
    private Hex() {}

    public static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() / 2];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) Integer.parseInt(text.substring(2 * index, 2 * index + 2), 16);
        }
        return bytes;
    }

    /** UTF-16 code units, big-endian, as a text: also what is none. */
    public static String utf16(String units) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < units.length(); at += 4) {
            text.append((char) Integer.parseInt(units.substring(at, at + 4), 16));
        }
        return text.toString();
    }
}
