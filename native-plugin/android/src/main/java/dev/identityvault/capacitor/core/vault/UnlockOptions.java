package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Kind;

/**
 * How to unlock by a prompt.
 *
 * @param automatic nobody asked for it
 * @param only the kind of slot to ask for; {@code null}: any
 */
public record UnlockOptions(boolean automatic, Kind only) {
    /** Somebody asked for it, in any way there is. */
    public static UnlockOptions asked() {
        return new UnlockOptions(false, null);
    }
}
