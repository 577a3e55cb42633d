package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Aead;

import java.util.List;

/**
 * What a lease was granted for, without the values themselves: nothing may be read while it is
 * used. FORMAT.md §13.
 *
 * @param digest of those values, and of the slots that wrap the data key
 */
public record LeaseBasis(List<String> names, String digest) {
    public static LeaseBasis of(Aead aead, Unlocked unlocked, List<String> names) {
        return new LeaseBasis(names, digestOf(aead, unlocked, names));
    }

    /**
     * Whether that is still what is stored. Another key that was written meanwhile is none of its
     * business.
     */
    public boolean isUnchanged(Aead aead, Unlocked unlocked) {
        return digestOf(aead, unlocked, names).equals(digest);
    }

    private static String digestOf(Aead aead, Unlocked unlocked, List<String> names) {
        StringBuilder digest =
                new StringBuilder(OpenKeys.slotsAsStored(unlocked.vault().envelope()));
        for (String name : names) {
            byte[] value = unlocked.values().get(name);
            digest.append(' ').append(value == null ? "absent" : Bytes.hex(aead.digest(value)));
        }
        return digest.toString();
    }
}
