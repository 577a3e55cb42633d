package dev.identityvault.capacitor.vaults;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Why a passcode is among the first that are guessed: repetitive, sequential, commonly used. It is
 * advice at the built-in prompt, and no part of the format. TypeScript and Swift say the same:
 * {@code scenarios/prompt/weak-passcodes.json}.
 */
public enum PasscodeWeakness {
    REPETITION,
    SEQUENCE,
    COMMON;

    /** What is asked of an index. */
    private interface At {
        boolean holds(int index);
    }

    /** Along these people run with a finger. */
    private static final List<String> ROWS =
            Arrays.asList(
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "qwertzuiop",
                    "azertyuiop",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm");

    private static final String ENDINGS = "0123456789!?.@#$*_-";
    private static final String SIGNS = "@$013";
    private static final String LETTERS = "asoie";

    /**
     * Of public lists of leaked passwords, those of eight or more characters that no other rule
     * finds, without digits at the end.
     */
    private static final Set<String> WORDS =
            new HashSet<>(
                    Arrays.asList(
                            ("password passcode iloveyou princess sunshine football baseball"
                                 + " superman michelle jennifer computer corvette whatever starwars"
                                 + " trustno welcome letmein changeme internet liverpool chocolate"
                                 + " basketball administrator dragonball qwerty abc test admin"
                                 + " monkey dragon master shadow charlie hello freedom jesus ninja"
                                 + " samsung google pokemon")
                                    .split(" ")));

    /**
     * @param typed the caller's, who wipes it
     * @return {@code null}: not obviously weak
     */
    public static PasscodeWeakness of(char[] typed) {
        int[] text = inLowerCase(typed);
        try {
            if (isRepetition(text)) return REPETITION;
            if (isSequence(text)) return SEQUENCE;
            return isCommon(text) ? COMMON : null;
        } finally {
            Arrays.fill(text, 0);
        }
    }

    /** Each character by itself: as a text, a language may look at what stands around one. */
    private static int[] inLowerCase(char[] typed) {
        if (isAscii(typed)) {
            // Nothing of these is copied into a text, which could not be wiped.
            int[] text = new int[typed.length];
            for (int index = 0; index < text.length; index++)
                text[index] = Character.toLowerCase(typed[index]);
            return text;
        }
        String text = Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFKC);
        StringBuilder lower = new StringBuilder();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at)))
            lower.append(
                    new String(Character.toChars(text.codePointAt(at))).toLowerCase(Locale.ROOT));
        return points(lower);
    }

    private static int[] points(CharSequence text) {
        int[] points = new int[Character.codePointCount(text, 0, text.length())];
        int unit = 0;
        for (int index = 0; index < points.length; index++) {
            points[index] = Character.codePointAt(text, unit);
            unit += Character.charCount(points[index]);
        }
        return points;
    }

    static boolean isAscii(char[] typed) {
        for (char unit : typed) if (unit >= 128) return false;
        return true;
    }

    /** A block of up to half of it, again and again: 11111111, 12341234, abababa. */
    private static boolean isRepetition(int[] text) {
        for (int size = 1; size <= text.length / 2; size++) {
            int block = size;
            if (isEach(text.length, index -> text[index] == text[index % block])) return true;
        }
        return false;
    }

    /** Each character follows the last: up, down, or along a row of keys. */
    private static boolean isSequence(int[] text) {
        // On keyboards, 0 comes after 9.
        int[] keys = text.clone();
        for (int index = 0; index < keys.length; index++) if (keys[index] == '0') keys[index] = ':';
        boolean isRun = isRun(text, 1) || isRun(text, -1) || isRun(keys, 1) || isRun(keys, -1);
        Arrays.fill(keys, 0);
        return isRun || isAlongRow(text);
    }

    private static boolean isRun(int[] text, int step) {
        return isEach(text.length - 1, index -> text[index + 1] == text[index] + step);
    }

    private static boolean isAlongRow(int[] text) {
        for (String row : ROWS) {
            String there = row + row;
            if (isIn(there, text) || isIn(new StringBuilder(there).reverse().toString(), text))
                return true;
        }
        return false;
    }

    private static boolean isIn(String line, int[] text) {
        for (int start = 0; start + text.length <= line.length(); start++) {
            int from = start;
            if (isEach(text.length, index -> line.charAt(from + index) == text[index])) return true;
        }
        return false;
    }

    /** The word behind P@ssw0rd123!. */
    private static boolean isCommon(int[] text) {
        int length = text.length;
        while (length > 0 && ENDINGS.indexOf(text[length - 1]) >= 0) length--;
        for (String word : WORDS) {
            if (word.length() != length) continue;
            if (isEach(length, index -> spelled(text[index]) == word.charAt(index))) return true;
        }
        return false;
    }

    private static int spelled(int point) {
        int sign = SIGNS.indexOf(point);
        return sign < 0 ? point : LETTERS.charAt(sign);
    }

    private static boolean isEach(int count, At each) {
        for (int index = 0; index < count; index++) if (!each.holds(index)) return false;
        return true;
    }
}
