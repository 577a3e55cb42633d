package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.EnvelopeRef;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.Attempts;

import java.util.List;

/** Finishes what a killed process began: steps a to c of FORMAT.md §9. */
final class Repair {
    private Repair() {}

    /**
     * @throws CoreError {@code TOO_MANY_ATTEMPTS}, {@code CONFLICT}
     */
    static LoadedVault run(CorePorts ports, LoadedVault found, EnvelopeRef accepted) {
        boolean isUnderWay = found.anchor().next() != null;
        LoadedVault settled = isUnderWay ? found.write(ports, settledBy(found, accepted)) : found;
        return destroyLeftOverKeys(ports, failPendingAttempt(ports, settled));
    }

    /** What a commit would have written last, or nothing of it. */
    private static AnchorDraft settledBy(LoadedVault vault, EnvelopeRef accepted) {
        Anchor anchor = vault.anchor();
        List<byte[]> dead = SlotIds.among(anchor.deadSlots(), SlotIds.of(vault.envelope()));
        AnchorDraft settled = anchor.change().settle(accepted).deadSlots(dead);
        boolean isNext = accepted.generation() == anchor.next().generation();
        boolean isReset = isNext && anchor.nextResets();
        return isReset ? settled.forgetAttempts() : settled;
    }

    /** Whoever could make a killed process cost nothing could guess for ever. */
    private static LoadedVault failPendingAttempt(CorePorts ports, LoadedVault vault) {
        return vault.anchor().pending() ? Attempts.fail(ports, vault) : vault;
    }

    /**
     * The revocation: keys of slots that the envelope no longer has. What can't be destroyed now
     * stays listed for the next time.
     */
    static LoadedVault destroyLeftOverKeys(CorePorts ports, LoadedVault vault) {
        Anchor anchor = vault.anchor();
        List<byte[]> leftOver = SlotIds.without(anchor.keySlots(), SlotIds.of(vault.envelope()));
        List<byte[]> stuck = SlotKeys.destroy(ports, anchor.vaultId(), leftOver);
        if (stuck.size() == leftOver.size()) return vault;
        List<byte[]> destroyed = SlotIds.without(leftOver, stuck);
        return vault.write(
                ports, anchor.change().keySlots(SlotIds.without(anchor.keySlots(), destroyed)));
    }
}
