package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.EncodedEnvelope;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.core.slots.AttemptRules;
import dev.identityvault.capacitor.core.slots.EnvelopeSealer;
import dev.identityvault.capacitor.core.slots.HeaderDraft;
import dev.identityvault.capacitor.core.slots.MadeSlot;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.SlotMaker;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.slots.SlotTarget;
import dev.identityvault.capacitor.core.slots.StorageNames;
import dev.identityvault.capacitor.core.slots.VaultBinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** New vaults, and new contents. FORMAT.md §10. */
public final class VaultWriter {
    private VaultWriter() {}

    /** A new vault where there is none. FORMAT.md §10.2. */
    public static Opened create(CorePorts ports, byte[] scope, NewVault request) {
        Task<Opened> create = () -> createOver(ports, emptyPlace(ports, scope), request);
        return ports.mutex() == null
                ? create.run()
                : ports.mutex().apart(StorageNames.ALL_VAULTS, create);
    }

    /** A new vault in place of what is stored: a new data key and new slots. FORMAT.md §10.2. */
    public static Opened createOver(CorePorts ports, StoredAnchor over, NewVault request) {
        assertKeyRoom(over.anchor(), request.slots());
        VaultBinding binding = new VaultBinding(over.anchor().vaultId(), over.anchor().scope());
        MadeKeys made = createKeys(ports, binding, request);
        List<Slot> slots = new ArrayList<>();
        for (MadeSlot each : made.slots()) slots.add(each.slot());
        HeaderDraft draft =
                new HeaderDraft(
                        binding, request.policy(), nextGeneration(over.anchor()), inOrder(slots));
        return new SlotCommit(over, draft, made.dek(), made.slots(), true)
                .write(ports, request.values());
    }

    /** Another payload; data key and slots stay. */
    public static LoadedVault writeValues(
            CorePorts ports, Opened opened, PolicyChanges changes, Map<String, byte[]> values) {
        LoadedVault vault = opened.vault();
        Header header = vault.envelope().header();
        VaultPolicy policy = changes.of(header.policy());
        VaultBinding binding = new VaultBinding(header.vaultId(), header.scope());
        HeaderDraft draft =
                new HeaderDraft(binding, policy, nextGeneration(vault.anchor()), header.slots());
        EncodedEnvelope encoded = EnvelopeSealer.seal(ports, draft, opened.keys().dek(), values);
        boolean resetsAttempts = AttemptRules.isStricter(policy, header.policy());
        return EnvelopeCommit.run(ports, vault.stored(), new NewEnvelope(encoded, resetsAttempts));
    }

    /**
     * Before any key is made: the anchor has to list them all, and those that couldn't be destroyed
     * yet.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    public static void assertKeyRoom(Anchor anchor, List<SlotRequest> requests) {
        if (anchor.keySlots().size() + requests.size() > FormatLimits.KEY_SLOTS) {
            throw new CoreError(
                    CoreErrorCode.TEMPORARILY_UNAVAILABLE,
                    "keys of former slots can not be destroyed now");
        }
    }

    /**
     * @throws CoreError {@code LIMIT_EXCEEDED}
     */
    public static long nextGeneration(Anchor anchor) {
        long generation = anchor.cur() == null ? 1 : anchor.cur().generation() + 1;
        if (generation > FormatLimits.GENERATION) {
            throw new CoreError(CoreErrorCode.LIMIT_EXCEEDED, "the generation is used up");
        }
        return generation;
    }

    public static List<Slot> inOrder(List<Slot> slots) {
        List<Slot> sorted = new ArrayList<>(slots);
        Collections.sort(sorted, (a, b) -> a.head().kind().compareTo(b.head().kind()));
        return sorted;
    }

    private record MadeKeys(Dek dek, List<MadeSlot> slots) {}

    private static MadeKeys createKeys(CorePorts ports, VaultBinding binding, NewVault request) {
        byte[] rawDek = ports.random().bytes(32);
        try {
            Dek dek = ports.aead().importDek(rawDek);
            SlotTarget target = new SlotTarget(binding, rawDek, request.policy().enrolment());
            return new MadeKeys(dek, new SlotMaker(ports, target).createAll(request.slots()));
        } finally {
            Bytes.erase(rawDek);
        }
    }

    private static StoredAnchor emptyPlace(CorePorts ports, byte[] scope) {
        String key = StorageNames.anchorKey(scope);
        if (!ports.anchorMac().exists(key)) ports.anchorMac().create(key);
        return new StoredAnchor(new AnchorDraft(ports.random().bytes(16), scope).anchor(), null);
    }
}
