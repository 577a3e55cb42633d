package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.EnvelopeParser;
import dev.identityvault.capacitor.core.codec.EnvelopeRef;
import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.JointStore;
import dev.identityvault.capacitor.core.slots.AnchorTag;
import dev.identityvault.capacitor.core.slots.EnvelopeOpener;

import java.util.Arrays;

/** Checks and repairs what is stored, as FORMAT.md §9 orders it. Never costs an attempt. */
public final class VaultLoader {
    private final CorePorts ports;
    private final byte[] scope;
    private final String name;

    public VaultLoader(CorePorts ports, byte[] scope) {
        this.ports = ports;
        this.scope = scope;
        this.name = Bytes.hex(scope);
    }

    /**
     * The vault of this scope.
     *
     * @return {@code null}: definitely nothing stored
     * @throws CoreError {@code CORRUPT}, {@code UNSUPPORTED_FORMAT}, {@code ROLLED_BACK}, {@code
     *     SCOPE_MISMATCH}, {@code KEY_MISSING}, {@code TOO_MANY_ATTEMPTS} (an attempt that a killed
     *     process began was the last), {@code TEMPORARILY_UNAVAILABLE}, {@code CONFLICT}
     */
    public LoadedVault load() {
        return StartingOver.run(this::loadAndRepair);
    }

    /**
     * {@link #load} for who only wants to know: repairs and writes nothing, so it needs no turn.
     *
     * @throws CoreError as {@link #load}, but never {@code TOO_MANY_ATTEMPTS} or {@code CONFLICT}
     */
    public LoadedVault peek() {
        Found found = find();
        return found == null || found.isGone() ? null : found.vault;
    }

    private LoadedVault loadAndRepair() {
        Found found = find();
        if (found == null) return null;
        if (found.isGone()) {
            VaultEraser.erase(ports, scope);
            return null;
        }
        if (found.isFormer) ports.blobs().former().restore(name);
        return Repair.run(ports, found.vault, found.accepted);
    }

    /**
     * An envelope that the anchor names.
     *
     * @param vault {@code null}: what is stored is to be erased
     * @param isFormer it is the one before the one that is stored
     */
    private record Found(LoadedVault vault, EnvelopeRef accepted, boolean isFormer) {
        static final Found GONE = new Found(null, null, false);

        boolean isGone() {
            return vault == null;
        }

        Found asFormer() {
            return new Found(vault, accepted, true);
        }
    }

    /** Steps 1 to 12. */
    private Found find() {
        JointStore.Stored stored = readStored();
        byte[] envelope = stored.envelope();
        if (stored.anchor() == null) {
            if (envelope != null) throw rolledBack("an envelope without an anchor");
            return null;
        }

        Anchor anchor = AnchorTag.open(ports.anchorMac(), scope, stored.anchor());
        EnvelopeOpener.assertScope(anchor.scope(), scope);
        if (anchor.erasing() || (envelope == null && anchor.cur() == null)) return Found.GONE;
        StoredAnchor found = new StoredAnchor(anchor, stored.anchor());
        try {
            return accept(found, envelope);
        } catch (CoreError refusal) {
            Found former = findFormer(found);
            if (former == null) throw refusal;
            return former.asFormer();
        }
    }

    private JointStore.Stored readStored() {
        if (ports.joint() != null) return ports.joint().read(name);
        return new JointStore.Stored(ports.anchors().read(name), ports.blobs().read(name));
    }

    /**
     * Steps 8 to 12.
     *
     * @throws CoreError in that order
     */
    private Found accept(StoredAnchor stored, byte[] bytes) {
        Anchor anchor = stored.anchor();
        if (bytes == null) throw rolledBack("an anchor without its envelope");
        Envelope envelope = EnvelopeParser.parse(bytes);
        Header header = envelope.header();
        EnvelopeOpener.assertScope(header.scope(), anchor.scope());
        if (!Bytes.isEqual(header.vaultId(), anchor.vaultId()))
            throw rolledBack("another vault's envelope");
        byte[] digest = ports.aead().digest(bytes);
        EnvelopeRef accepted = acceptedBy(anchor, new EnvelopeRef(header.generation(), digest));
        return new Found(new LoadedVault(stored, envelope, digest), accepted, false);
    }

    /**
     * The anchor may have lost what was written to it last: then it still names the envelope before
     * the stored one.
     */
    private Found findFormer(StoredAnchor stored) {
        if (ports.joint() != null || ports.blobs().former() == null) return null;
        byte[] bytes = ports.blobs().former().read(name);
        if (bytes == null) return null;
        try {
            return accept(stored, bytes);
        } catch (CoreError refusal) {
            return null;
        }
    }

    /**
     * Which of the anchor's envelopes this is.
     *
     * @throws CoreError {@code CORRUPT}, {@code ROLLED_BACK}
     */
    private static EnvelopeRef acceptedBy(Anchor anchor, EnvelopeRef found) {
        boolean isKnown = false;
        for (EnvelopeRef ref : Arrays.asList(anchor.cur(), anchor.next())) {
            if (ref == null || ref.generation() != found.generation()) continue;
            if (Bytes.isEqual(ref.digest(), found.digest())) return ref;
            isKnown = true;
        }
        if (isKnown) throw CoreError.corrupt("the envelope was changed");
        throw rolledBack("an envelope of another generation");
    }

    private static CoreError rolledBack(String detail) {
        return new CoreError(CoreErrorCode.ROLLED_BACK, detail);
    }
}
