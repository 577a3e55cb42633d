package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.store.LoadedVault;

/**
 * What may be tried now. For a passcode, the attempt is counted already.
 *
 * @param vault as it was before the attempt
 * @param secret what a prompt gave, or {@code null}
 * @param attempt only for appPasscode, else {@code null}
 */
public record BegunUnlock(LoadedVault vault, Slot slot, AskedSecret secret, Attempt attempt) {
    /**
     * @param passcode normalised; wiped when it was tried
     * @param spent the vault with this attempt counted
     */
    record Attempt(byte[] passcode, LoadedVault spent) {}
}
