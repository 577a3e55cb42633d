package dev.identityvault.capacitor.bridge;

/** RFC 4648 §5 without padding. Android has one of its own only from API 26 on. */
final class Base64Url {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 4 + 2) / 3);
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = held << 8 | (each & 0xff);
            bits += 8;
            while (bits >= 6) {
                bits -= 6;
                text.append(ALPHABET.charAt(held >> bits & 0x3f));
            }
        }
        if (bits > 0) text.append(ALPHABET.charAt(held << (6 - bits) & 0x3f));
        return text.toString();
    }
}
