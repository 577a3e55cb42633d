package dev.identityvault.capacitor.core;

import java.util.BitSet;

/** Which mutant is in force: one for all classes that are loaded together. */
public final class Mutant {
    private static final int NUMBER = Integer.getInteger("mutant");
    private static final BitSet REACHED = new BitSet();

    private Mutant() {}

    public static boolean is(int number) {
        if (NUMBER == 0) {
            synchronized (REACHED) {
                REACHED.set(number);
            }
        }
        return NUMBER == number;
    }

    /** What was asked for while none was in force. */
    public static String reached() {
        synchronized (REACHED) {
            return REACHED.toString();
        }
    }
}
