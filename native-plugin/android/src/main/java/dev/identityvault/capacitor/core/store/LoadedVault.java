package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;

/**
 * A vault that loading accepted.
 *
 * @param digest the SHA-256 of the envelope as stored
 */
public record LoadedVault(StoredAnchor stored, Envelope envelope, byte[] digest) {
    public Anchor anchor() {
        return stored.anchor();
    }

    /**
     * The same with another anchor, which replaces exactly the one that was loaded.
     *
     * @throws CoreError {@code CONFLICT}: nothing was written
     */
    public LoadedVault write(CorePorts ports, AnchorDraft draft) {
        return new LoadedVault(stored.write(ports, draft), envelope, digest);
    }

    /** Loading it would repair nothing: what is stored says all there is to say. FORMAT.md §9.1. */
    public boolean isSettled() {
        Anchor anchor = anchor();
        if (anchor.next() != null || anchor.pending() || anchor.erasing()) return false;
        return SlotIds.without(anchor.keySlots(), SlotIds.of(envelope)).isEmpty();
    }
}
