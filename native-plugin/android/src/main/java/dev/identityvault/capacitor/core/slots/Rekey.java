package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.SlotCommit;
import dev.identityvault.capacitor.core.store.SlotIds;
import dev.identityvault.capacitor.core.store.VaultWriter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Other slots, under a new data key where every slot that stays can be wrapped again. FORMAT.md
 * §12.
 */
public final class Rekey {
    private final CorePorts ports;
    private final Unlocked unlocked;
    private final Header header;
    private final RekeyRequest request;

    private Rekey(CorePorts ports, Unlocked unlocked, RekeyRequest asked) {
        this.ports = ports;
        this.unlocked = unlocked;
        this.header = unlocked.vault().envelope().header();
        this.request = withNewKeys(asked, unlocked.vault());
    }

    /**
     * @throws CoreError {@code USER_CANCELED}, {@code POLICY_NOT_MET}, {@code CONFLICT}; then
     *     nothing changed
     */
    public static Opened run(CorePorts ports, Unlocked unlocked, RekeyRequest request) {
        return new Rekey(ports, unlocked, request).run();
    }

    private Opened run() {
        LoadedVault vault = unlocked.vault();
        long generation = VaultWriter.nextGeneration(vault.anchor());
        VaultWriter.assertKeyRoom(vault.anchor(), request.create());
        VaultBinding binding = new VaultBinding(header.vaultId(), header.scope());
        Renewed renewed = renewDataKey(binding);
        List<Slot> slots = new ArrayList<>(renewed.slots);
        for (MadeSlot each : renewed.made) slots.add(each.slot());
        HeaderDraft draft =
                new HeaderDraft(binding, request.policy(), generation, VaultWriter.inOrder(slots));
        SlotCommit commit =
                new SlotCommit(vault.stored(), draft, renewed.dek, renewed.made, resetsAttempts());
        Opened written = commit.write(ports, unlocked.values());
        Map<String, Kek> keks = new HashMap<>(renewed.keks);
        keks.putAll(written.keys().keks());
        return new Opened(written.vault(), new OpenKeys(renewed.dek, keks, written.keys().slots()));
    }

    private boolean resetsAttempts() {
        for (SlotRequest each : request.create()) {
            if (each.kind() == Kind.APP_PASSCODE) return true;
        }
        return AttemptRules.isStricter(request.policy(), header.policy());
    }

    /**
     * @param slots those that stay
     * @param keks of these
     */
    private record Renewed(Dek dek, List<Slot> slots, Map<String, Kek> keks, List<MadeSlot> made) {}

    private Renewed renewDataKey(VaultBinding binding) {
        OpenKeys keys = unlocked.keys();
        List<Slot> remaining = remainingSlots();
        List<Rewrap> rewraps =
                new SlotRewrapper(ports, header.vaultId(), keys).rewrapsOf(remaining);
        byte[] rawDek = rewraps == null ? formerDek() : ports.random().bytes(32);
        try {
            return rewraps == null
                    ? new Renewed(keys.dek(), remaining, keys.keks(), created(binding, rawDek))
                    : wrapped(binding, rewraps, rawDek);
        } finally {
            if (rawDek != null) Bytes.erase(rawDek);
        }
    }

    private Renewed wrapped(VaultBinding binding, List<Rewrap> rewraps, byte[] rawDek) {
        Dek dek = ports.aead().importDek(rawDek);
        List<Slot> slots = new ArrayList<>();
        Map<String, Kek> keks = new HashMap<>();
        for (Rewrap each : rewraps) {
            slots.add(EnvelopeSealer.wrapSlot(ports, binding, each, rawDek));
            keks.put(Bytes.hex(each.head().slotId()), each.kek());
        }
        return new Renewed(dek, slots, keks, created(binding, rawDek));
    }

    /**
     * @param rawDek {@code null} when it is not needed
     */
    private List<MadeSlot> created(VaultBinding binding, byte[] rawDek) {
        if (rawDek == null) return Collections.emptyList();
        SlotTarget target = new SlotTarget(binding, rawDek, request.policy().enrolment());
        return new SlotMaker(ports, target).createAll(request.create());
    }

    private List<Slot> remainingSlots() {
        List<Slot> remaining = new ArrayList<>();
        for (Slot slot : header.slots()) {
            if (request.keep().contains(slot.head().kind())) remaining.add(slot);
        }
        return remaining;
    }

    /** Only where something is to be wrapped with it. */
    private byte[] formerDek() {
        if (request.create().isEmpty()) return null;
        byte[] rawDek = ports.aead().dekBytes(unlocked.keys().dek());
        if (rawDek == null)
            throw new CoreError(CoreErrorCode.POLICY_NOT_MET, "unlock with the other slot first");
        return rawDek;
    }

    /** What is kept in name, but not with the key it has: its slot is made anew. FORMAT.md §12. */
    private static RekeyRequest withNewKeys(RekeyRequest request, LoadedVault vault) {
        Set<Kind> keep = EnumSet.noneOf(Kind.class);
        keep.addAll(request.keep());
        List<SlotRequest> create = new ArrayList<>(request.create());
        for (Slot slot : vault.envelope().header().slots()) {
            Kind kind = slot.head().kind();
            if (!keep.contains(kind) || !needsNewKey(request, vault, slot.head())) continue;
            keep.remove(kind);
            create.add(SlotRequest.of(kind));
        }
        return new RekeyRequest(request.policy(), keep, create);
    }

    private static boolean needsNewKey(RekeyRequest request, LoadedVault vault, SlotHead head) {
        // Only the key of such a slot the system can destroy.
        if (head.kem() == Kem.NONE) return false;
        return SlotIds.has(vault.anchor().deadSlots(), head.slotId())
                || isForOtherEnrolment(request, vault.envelope().header(), head);
    }

    /**
     * A biometric key was made to survive a changed enrolment, or not to. A passkey knows of none.
     */
    private static boolean isForOtherEnrolment(RekeyRequest request, Header header, SlotHead head) {
        boolean survives = request.policy().enrolment() == Enrolment.IGNORE;
        boolean survived = header.policy().enrolment() == Enrolment.IGNORE;
        return survives != survived
                && head.kind() == Kind.BIOMETRIC
                && head.kem() != Kem.WEB_AUTHN_PRF;
    }
}
