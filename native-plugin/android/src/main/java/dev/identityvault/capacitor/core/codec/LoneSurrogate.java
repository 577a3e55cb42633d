package dev.identityvault.capacitor.core.codec;

/** Half of a character: platforms encode it differently. */
public final class LoneSurrogate {
    private LoneSurrogate() {}

    public static boolean isIn(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (!Character.isSurrogate(text.charAt(at))) continue;
            boolean isPair =
                    at + 1 < text.length()
                            && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
            if (!isPair) return true;
            at += 1;
        }
        return false;
    }
}
