package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;

/** The names of FORMAT.md §17. */
public final class StorageNames {
    /**
     * The lock that a creation holds, too: until its anchor is stored, nobody can tell whose its
     * keys are.
     */
    public static final String ALL_VAULTS = "idv1";

    private StorageNames() {}

    /** The key of the device function of a slot. */
    public static String prfKey(byte[] vaultId, byte[] slotId) {
        return slot(vaultId, slotId) + ".prf";
    }

    /** The key that the secret of a slot is encrypted for. */
    public static String kemKey(byte[] vaultId, byte[] slotId) {
        return slot(vaultId, slotId) + ".kem";
    }

    public static String anchorKey(byte[] scope) {
        return "idv1." + Bytes.hex(scope) + ".anchor";
    }

    /**
     * The lock around each operation on one vault.
     *
     * @param name its scope in hexadecimal
     */
    public static String vaultLock(String name) {
        return "idv1." + name;
    }

    private static String slot(byte[] vaultId, byte[] slotId) {
        return "idv1." + Bytes.hex(vaultId) + "." + Bytes.hex(slotId);
    }
}
