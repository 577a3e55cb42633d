package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.slots.StorageNames;

import java.util.ArrayList;
import java.util.List;

/** The device keys of slots. */
public final class SlotKeys {
    private SlotKeys() {}

    /**
     * What makes a slot's wrapped key worthless wherever it was copied to. Repeating it does no
     * harm.
     *
     * @return the slots that have keys left, which could not be destroyed now: nothing else has to
     *     wait for that
     */
    public static List<byte[]> destroy(CorePorts ports, byte[] vaultId, List<byte[]> slotIds) {
        List<byte[]> left = new ArrayList<>();
        for (byte[] slotId : slotIds) {
            if (!isDestroyed(ports, vaultId, slotId)) left.add(slotId);
        }
        return left;
    }

    /**
     * The key of F first: a slot that has it and no KEM key is one whose key the system destroyed
     * (FORMAT.md §11.4).
     */
    private static boolean isDestroyed(CorePorts ports, byte[] vaultId, byte[] slotId) {
        try {
            ports.deviceFunction().destroy(StorageNames.prfKey(vaultId, slotId));
            destroyKem(ports.kems().biometric(), StorageNames.kemKey(vaultId, slotId));
            destroyKem(ports.kems().deviceCredential(), StorageNames.kemKey(vaultId, slotId));
            return true;
        } catch (CoreError refusal) {
            return false;
        }
    }

    private static void destroyKem(SlotKem kem, String name) {
        if (kem != null) kem.destroy(name);
    }
}
