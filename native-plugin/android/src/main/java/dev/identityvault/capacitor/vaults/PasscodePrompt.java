package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.Answer;

/** The built-in passcode prompt. One is shown at a time. */
public interface PasscodePrompt {
    /** Tries what was entered. */
    interface Submit {
        /**
         * @param passcode not empty; wiped when it was tried
         * @return {@code null}: it was right; rejects with what ends the prompt
         */
        Answer<PasscodeComplaint> passcode(char[] passcode);
    }

    /** Whether this can be a new passcode. */
    interface Check {
        NewPasscode.Fault faultOf(char[] passcode);
    }

    /**
     * Asks until there is no complaint.
     *
     * @param atFirst a delay that is not over; {@code null}: none
     * @return {@code false}: the user cancelled; rejects what {@code submit} rejects with
     */
    Answer<Boolean> enter(PasscodeComplaint atFirst, Submit submit);

    /**
     * Asks for a new passcode, twice.
     *
     * @return the caller's, who wipes it; {@code null}: the user cancelled
     */
    Answer<char[]> choose(Check check);
}
