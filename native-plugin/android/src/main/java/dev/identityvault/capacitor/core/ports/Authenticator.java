package dev.identityvault.capacitor.core.ports;

/** How people are asked. The prompts of a {@link SlotKem} are its own. */
public interface Authenticator {
    /** Tries what was entered. */
    interface Submit {
        /**
         * @param passcode as typed, not empty; wiped when it was tried
         * @return resolves with the reason why another try makes sense, {@code null} when the vault
         *     is open; rejects with what ends the prompt, which is passed on
         */
        Answer<CoreError> passcode(char[] passcode);
    }

    /**
     * Shows the passcode prompt until something entered was right, or the person gave up.
     *
     * @return {@code false}: the person gave up
     */
    Answer<Boolean> enterPasscode(Submit submit);
}
