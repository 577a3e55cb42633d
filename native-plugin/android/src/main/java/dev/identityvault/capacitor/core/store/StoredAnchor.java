package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.AnchorTag;

/**
 * The anchor, with the bytes that the next write of it must replace.
 *
 * @param bytes {@code null}: there is none yet
 */
public record StoredAnchor(Anchor anchor, byte[] bytes) {
    /**
     * Replaces exactly the anchor that was loaded.
     *
     * @throws CoreError {@code CONFLICT}: nothing was written
     */
    public StoredAnchor write(CorePorts ports, AnchorDraft draft) {
        Anchor next = draft.anchor();
        byte[] sealed = AnchorTag.seal(ports.anchorMac(), next);
        if (!ports.anchors().replace(Bytes.hex(next.scope()), bytes, sealed)) throw conflict();
        return new StoredAnchor(next, sealed);
    }

    public static CoreError conflict() {
        return new CoreError(
                CoreErrorCode.CONFLICT, "someone else wrote meanwhile; nothing was written");
    }
}
