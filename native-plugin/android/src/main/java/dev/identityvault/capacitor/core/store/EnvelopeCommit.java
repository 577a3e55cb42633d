package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.EnvelopeRef;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.JointStore;
import dev.identityvault.capacitor.core.slots.AnchorTag;

import java.util.List;

/** Puts a sealed envelope in place of the one that was loaded. FORMAT.md §10.1. */
public final class EnvelopeCommit {
    private final CorePorts ports;
    private final StoredAnchor over;
    private final NewEnvelope next;
    private final Envelope envelope;
    private final byte[] digest;

    private EnvelopeCommit(CorePorts ports, StoredAnchor over, NewEnvelope next) {
        this.ports = ports;
        this.over = over;
        this.next = next;
        this.envelope = next.encoded().envelope();
        this.digest = ports.aead().digest(next.encoded().bytes());
    }

    /**
     * The old state or the new, never neither.
     *
     * @throws CoreError {@code CONFLICT}, or what storage throws: then the old envelope is still in
     *     place
     */
    public static LoadedVault run(CorePorts ports, StoredAnchor over, NewEnvelope next) {
        return new EnvelopeCommit(ports, over, next).run();
    }

    private LoadedVault run() {
        try {
            LoadedVault vault = ports.joint() == null ? writeInTurn() : writeJointly();
            return Repair.destroyLeftOverKeys(ports, vault);
        } catch (RuntimeException failure) {
            // A failed write may still have happened: what is stored decides, as after a crash.
            LoadedVault found = whatIsStored();
            if (found != null && Bytes.isEqual(found.digest(), digest)) return found;
            throw failure;
        }
    }

    /** {@code null} also where it can't be told. */
    private LoadedVault whatIsStored() {
        try {
            return new VaultLoader(ports, over.anchor().scope()).load();
        } catch (RuntimeException failure) {
            return null;
        }
    }

    private LoadedVault writeInTurn() {
        Anchor anchor = over.anchor();
        EnvelopeRef ref = new EnvelopeRef(envelope.header().generation(), digest);
        AnchorDraft announced =
                anchor.change().announce(ref, next.resetsAttempts()).keySlots(allKeySlots());
        StoredAnchor written = over.write(ports, announced);
        String name = Bytes.hex(anchor.scope());
        if (anchor.cur() != null && ports.blobs().former() != null)
            ports.blobs().former().keep(name);
        ports.blobs().write(name, next.encoded().bytes());
        return new LoadedVault(written.write(ports, settled(written.anchor())), envelope, digest);
    }

    private LoadedVault writeJointly() {
        Anchor anchor = settled(over.anchor()).keySlots(allKeySlots()).anchor();
        byte[] bytes = AnchorTag.seal(ports.anchorMac(), anchor);
        JointStore.Commit commit =
                new JointStore.Commit(over.bytes(), bytes, next.encoded().bytes());
        if (!ports.joint().commit(Bytes.hex(anchor.scope()), commit)) throw StoredAnchor.conflict();
        return new LoadedVault(new StoredAnchor(anchor, bytes), envelope, digest);
    }

    private List<byte[]> allKeySlots() {
        return SlotIds.union(over.anchor().keySlots(), SlotIds.of(envelope));
    }

    private AnchorDraft settled(Anchor anchor) {
        List<byte[]> dead = SlotIds.among(anchor.deadSlots(), SlotIds.of(envelope));
        EnvelopeRef ref = new EnvelopeRef(envelope.header().generation(), digest);
        AnchorDraft settled = anchor.change().settle(ref).deadSlots(dead);
        return next.resetsAttempts() ? settled.forgetAttempts() : settled;
    }
}
