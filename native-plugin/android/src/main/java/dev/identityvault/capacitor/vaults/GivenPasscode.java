package dev.identityvault.capacitor.vaults;

/**
 * A new passcode for a vault.
 *
 * @param text as typed; wiped when it was used
 * @param isFromPage it came through JavaScript, and not from the built-in prompt
 */
public record GivenPasscode(char[] text, boolean isFromPage) {
    /** Tells nothing. */
    @Override
    public String toString() {
        return "GivenPasscode";
    }
}
