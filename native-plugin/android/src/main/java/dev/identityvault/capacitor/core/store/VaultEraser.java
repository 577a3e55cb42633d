package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.AnchorTag;
import dev.identityvault.capacitor.core.slots.StorageNames;

/** Erases whatever is stored for a scope, readable or not. FORMAT.md §10.3. */
public final class VaultEraser {
    private VaultEraser() {}

    /**
     * The vault is gone from the first write on; loading finishes what a killed process began. Keys
     * that can't be destroyed now are left: they open nothing.
     *
     * @throws CoreError {@code CONFLICT}, {@code TEMPORARILY_UNAVAILABLE}: it is still there
     */
    public static void erase(CorePorts ports, byte[] scope) {
        String name = Bytes.hex(scope);
        StoredAnchor stored = readableAnchor(ports, scope);
        if (stored != null) begin(ports, stored);

        ports.blobs().remove(name);
        ports.anchors().remove(name);
        try {
            ports.anchorMac().destroy(StorageNames.anchorKey(scope));
        } catch (CoreError refusal) {
            // It authenticates nothing any more.
        }
    }

    /**
     * Only what the anchor says: an envelope that nobody authenticated may name another vault's
     * keys.
     */
    private static void begin(CorePorts ports, StoredAnchor stored) {
        Anchor anchor = stored.anchor();
        if (!anchor.erasing()) stored.write(ports, anchor.change().erasing(true));
        SlotKeys.destroy(ports, anchor.vaultId(), anchor.keySlots());
    }

    /** What can't be read, for good or just now, is no reason to keep what is to be erased. */
    private static StoredAnchor readableAnchor(CorePorts ports, byte[] scope) {
        try {
            byte[] bytes = ports.anchors().read(Bytes.hex(scope));
            if (bytes == null) return null;
            Anchor anchor = AnchorTag.open(ports.anchorMac(), scope, bytes);
            return Bytes.isEqual(anchor.scope(), scope) ? new StoredAnchor(anchor, bytes) : null;
        } catch (CoreError refusal) {
            return null;
        }
    }
}
