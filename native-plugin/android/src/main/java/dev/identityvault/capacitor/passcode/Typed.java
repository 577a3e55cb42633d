package dev.identityvault.capacitor.passcode;

import android.text.Editable;

import java.util.Arrays;

/** What was typed: taken over as characters, which can be wiped. */
final class Typed {
    private Typed() {}

    /** Nothing of it stays in the field, as far as that can be. */
    static char[] takenFrom(Editable text) {
        char[] typed = new char[text.length()];
        text.getChars(0, typed.length, typed, 0);
        wipe(text);
        return typed;
    }

    /** Written over before it is removed: a removed text stays in the field's buffer. */
    static void wipe(Editable text) {
        char[] nothing = new char[text.length()];
        Arrays.fill(nothing, '0');
        text.replace(0, text.length(), java.nio.CharBuffer.wrap(nothing));
        text.clear();
    }
}
