package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.LoneSurrogate;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The bytes a passcode stands for, the same whichever keyboard or platform it was typed on.
 * FORMAT.md §7.
 */
public final class Passcode {
    private Passcode() {}

    /**
     * @param typed the caller's, who wipes it
     * @return the caller's, who wipes it
     * @throws CoreError {@code INVALID_PASSCODE}
     */
    public static byte[] normalise(char[] typed) {
        return normalise(typed, FormatLimits.PASSCODE_MIN);
    }

    /**
     * {@link #normalise(char[])} for a passcode that is being set.
     *
     * @param minLength the platform's own minimum, in code points after normalisation
     * @throws CoreError {@code INVALID_PASSCODE}
     */
    public static byte[] normaliseNew(char[] typed, int minLength) {
        for (int at = 0; at < typed.length; at += Character.charCount(codePoint(typed, at))) {
            if (Character.getType(codePoint(typed, at)) == Character.UNASSIGNED)
                throw invalid("an unassigned code point");
        }
        return normalise(typed, Math.max(minLength, FormatLimits.PASSCODE_MIN));
    }

    private static byte[] normalise(char[] typed, int minLength) {
        if (LoneSurrogate.isIn(CharBuffer.wrap(typed))) throw invalid("a lone surrogate");
        CharBuffer digits = withAsciiDigits(typed);
        CharBuffer normalised = isAscii(digits) ? digits : nfkc(digits);
        try {
            int length = Character.codePointCount(normalised, 0, normalised.length());
            if (length < minLength || length > FormatLimits.PASSCODE_MAX)
                throw invalid("too short or too long");
            return utf8(normalised);
        } finally {
            Arrays.fill(digits.array(), '\0');
            Arrays.fill(normalised.array(), '\0');
        }
    }

    /** Never longer: the ASCII digit is one unit. */
    private static CharBuffer withAsciiDigits(char[] typed) {
        CharBuffer digits = CharBuffer.allocate(typed.length);
        for (int at = 0; at < typed.length; at += Character.charCount(codePoint(typed, at))) {
            int each = codePoint(typed, at);
            if (Character.getType(each) == Character.DECIMAL_DIGIT_NUMBER)
                digits.put((char) ('0' + Character.digit(each, 10)));
            else digits.put(typed, at, Character.charCount(each));
        }
        return flipped(digits);
    }

    /** Only what is not ASCII has to become a text, which can't be wiped. */
    private static CharBuffer nfkc(CharBuffer text) {
        return CharBuffer.wrap(Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray());
    }

    private static boolean isAscii(CharBuffer text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7f) return false;
        }
        return true;
    }

    private static byte[] utf8(CharBuffer text) {
        ByteBuffer encoded = ByteBuffer.allocate(3 * text.length());
        StandardCharsets.UTF_8.newEncoder().encode(text.duplicate(), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Bytes.erase(encoded.array());
        return bytes;
    }

    private static int codePoint(char[] text, int at) {
        return Character.codePointAt(text, at);
    }

    private static CharBuffer flipped(CharBuffer written) {
        CharBuffer text = CharBuffer.wrap(written.array(), 0, written.position());
        return text.slice();
    }

    private static CoreError invalid(String reason) {
        return new CoreError(CoreErrorCode.INVALID_PASSCODE, reason);
    }
}
