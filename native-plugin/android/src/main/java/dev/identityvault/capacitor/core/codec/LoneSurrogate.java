package dev.identityvault.capacitor.core.codec;

/** Half of a character: platforms encode it differently. */
public final class LoneSurrogate {
    private LoneSurrogate() {}

    public static boolean isIn(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (text.codePointAt(at) <= Character.MAX_VALUE
                    && Character.isSurrogate(text.charAt(at))) return true;
        }
        return false;
    }
}
