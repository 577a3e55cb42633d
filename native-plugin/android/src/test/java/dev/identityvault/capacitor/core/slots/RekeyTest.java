package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorDraft;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.EnvelopeRef;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.SlotIds;
import dev.identityvault.capacitor.core.store.ValueChanges;
import dev.identityvault.capacitor.core.store.VaultStore;
import dev.identityvault.capacitor.core.store.VaultWriter;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.TestVaults;
import dev.identityvault.capacitor.crypto.JcaAead;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class RekeyTest {
    private static final VaultPolicy BOTH = TestVaults.policy(Mode.BIOMETRIC_AND_PASSCODE);

    private final TestDevice device = new TestDevice(2);
    private final CorePorts ports = device.ports();

    private Unlocked created(SlotRequest... slots) {
        return TestVaults.unlocked(ports, TestVaults.create(ports, BOTH, slots));
    }

    private static RekeyRequest request(Set<Kind> keep, SlotRequest... create) {
        return new RekeyRequest(BOTH, keep, List.of(create));
    }

    @Test
    void aNewPasscodeTakesTheOldOnesPlaceAndKeepsTheValues() throws Exception {
        Unlocked unlocked = created(SlotRequest.of(Kind.BIOMETRIC), TestVaults.passcode("1234"));
        byte[] wrapped =
                EnvelopeOpener.findSlot(unlocked.vault().envelope(), Kind.BIOMETRIC).wrapped();
        Opened rekeyed =
                Rekey.run(
                        ports,
                        unlocked,
                        request(EnumSet.of(Kind.BIOMETRIC), TestVaults.passcode("5678")));
        assertEquals(
                "AUTHENTICATION_FAILED", Refusals.codeOf(() -> TestVaults.unlock(ports, "1234")));
        assertEquals(1, TestVaults.unlock(ports, "5678").values().size());
        Slot kept = EnvelopeOpener.findSlot(rekeyed.vault().envelope(), Kind.BIOMETRIC);
        assertFalse(Arrays.equals(wrapped, kept.wrapped()));
        assertEquals(2, rekeyed.keys().keks().size());
        assertEquals(3, device.keys.size());
    }

    @Test
    void whatCanNotBeWrappedAgainKeepsTheDataKey() {
        Unlocked unlocked = created(SlotRequest.of(Kind.BIOMETRIC), TestVaults.passcode("1234"));
        OpenKeys none = new OpenKeys(unlocked.keys().dek(), Map.of(), unlocked.keys().slots());
        Unlocked byOther = new Unlocked(unlocked.vault(), none, unlocked.values());
        byte[] wrapped =
                EnvelopeOpener.findSlot(unlocked.vault().envelope(), Kind.APP_PASSCODE).wrapped();
        Opened rekeyed =
                Rekey.run(
                        ports,
                        byOther,
                        request(EnumSet.of(Kind.APP_PASSCODE), SlotRequest.of(Kind.BIOMETRIC)));
        Slot kept = EnvelopeOpener.findSlot(rekeyed.vault().envelope(), Kind.APP_PASSCODE);
        assertArrayEquals(wrapped, kept.wrapped());
        assertEquals(1, TestVaults.unlock(ports, "1234").values().size());
        assertEquals(
                1,
                new SlotUnlocker(ports)
                        .unlock(TestVaults.load(ports), UnlockRequest.of(Kind.BIOMETRIC))
                        .values()
                        .size());
    }

    @Test
    void removingASlotNeedsNoReadableDataKey() {
        Unlocked unlocked = created(SlotRequest.of(Kind.BIOMETRIC), TestVaults.passcode("1234"));
        OpenKeys none = new OpenKeys(unlocked.keys().dek(), Map.of(), unlocked.keys().slots());
        Unlocked byOther = new Unlocked(unlocked.vault(), none, unlocked.values());
        Rekey.run(ports, byOther, request(EnumSet.of(Kind.APP_PASSCODE)));
        assertEquals(1, TestVaults.load(ports).envelope().header().slots().size());
        assertEquals(1, TestVaults.load(ports).anchor().keySlots().size());
    }

    @Test
    void aRefusedKeyLeavesNothingBehind() throws Exception {
        Unlocked unlocked = created(TestVaults.passcode("1234"));
        int before = device.keys.size();
        CorePorts noKems = device.ports(new SlotKems(null, null), new JcaAead(), ports.kdf());
        RekeyRequest request =
                request(EnumSet.of(Kind.APP_PASSCODE), SlotRequest.of(Kind.BIOMETRIC));
        assertEquals("POLICY_NOT_MET", Refusals.codeOf(() -> Rekey.run(noKems, unlocked, request)));
        assertEquals(before, device.keys.size());
        assertEquals(1, TestVaults.load(ports).envelope().header().generation());
    }

    @Test
    void whatWasMadeBeforeARefusalIsDestroyed() throws Exception {
        CorePorts noKems = device.ports(new SlotKems(null, null), new JcaAead(), ports.kdf());
        NewVault request =
                new NewVault(
                        BOTH,
                        List.of(TestVaults.passcode("1234"), SlotRequest.of(Kind.BIOMETRIC)),
                        Map.of());
        VaultStore store = new VaultStore(noKems, TestVaults.SCOPE);
        assertEquals("POLICY_NOT_MET", Refusals.codeOf(() -> store.create(request, true)));
        assertEquals(Set.of(StorageNames.anchorKey(TestVaults.SCOPE)), device.keys.keySet());
    }

    @Test
    void anInvalidValueLeavesNoKeysBehind() throws Exception {
        NewVault request =
                new NewVault(BOTH, List.of(TestVaults.passcode("1234")), Map.of("", new byte[0]));
        VaultStore store = new VaultStore(ports, TestVaults.SCOPE);
        assertEquals("INVALID_ARGUMENT", Refusals.codeOf(() -> store.create(request, true)));
        assertEquals(Set.of(StorageNames.anchorKey(TestVaults.SCOPE)), device.keys.keySet());
    }

    @Test
    void aDeadSlotIsMadeAnew() {
        Unlocked unlocked = created(SlotRequest.of(Kind.BIOMETRIC), TestVaults.passcode("1234"));
        byte[] dead = TestVaults.slotIdOf(unlocked.vault(), Kind.BIOMETRIC);
        device.biometric.destroyAll();
        new VaultStore(ports, TestVaults.SCOPE).markSlotDead(unlocked.vault(), dead);
        Unlocked again = TestVaults.unlocked(ports, new Opened(unlocked.vault(), unlocked.keys()));
        OpenKeys keys = DeadSlots.replace(ports, again);
        LoadedVault after = TestVaults.load(ports);
        assertEquals(List.of(), after.anchor().deadSlots());
        assertFalse(SlotIds.has(SlotIds.of(after.envelope()), dead));
        assertEquals(OpenKeys.slotsAsStored(after.envelope()), keys.slots());
    }

    private Unlocked withDeadSlot() {
        Unlocked unlocked = created(SlotRequest.of(Kind.BIOMETRIC), TestVaults.passcode("1234"));
        byte[] dead = TestVaults.slotIdOf(unlocked.vault(), Kind.BIOMETRIC);
        new VaultStore(ports, TestVaults.SCOPE).markSlotDead(unlocked.vault(), dead);
        return TestVaults.unlocked(ports, new Opened(unlocked.vault(), unlocked.keys()));
    }

    @Test
    void aDeadSlotThatTheDeviceHasNoKeysForIsOnlyRemoved() {
        Unlocked unlocked = withDeadSlot();
        CorePorts noKems = device.ports(new SlotKems(null, null), new JcaAead(), ports.kdf());
        OpenKeys removed = DeadSlots.replace(noKems, unlocked);
        assertEquals(1, TestVaults.load(ports).envelope().header().slots().size());
        assertEquals(OpenKeys.slotsAsStored(TestVaults.load(ports).envelope()), removed.slots());
    }

    @Test
    void whereADeadSlotCanNotBeReplacedThePersonIsInAllTheSame() {
        Unlocked unlocked = withDeadSlot();
        Anchor anchor = unlocked.vault().anchor();
        unlocked.vault().write(ports, anchor.change().delayStart(1).attempts(1, false));
        assertEquals(unlocked.keys(), DeadSlots.replace(ports, unlocked));
        assertEquals(1, TestVaults.load(ports).anchor().deadSlots().size());
    }

    @Test
    void eightIdsAreTheMost() throws Exception {
        AnchorDraft draft = new AnchorDraft(new byte[16], new byte[32]);
        List<byte[]> seven = new ArrayList<>();
        for (int at = 0; at < 7; at++) seven.add(Bytes.u64(at));
        Anchor anchor = draft.keySlots(seven).anchor();
        List<SlotRequest> one = List.of(SlotRequest.of(Kind.DEVICE));
        VaultWriter.assertKeyRoom(anchor, one);
        List<SlotRequest> two = List.of(SlotRequest.of(Kind.DEVICE), SlotRequest.of(Kind.DEVICE));
        assertEquals(
                "TEMPORARILY_UNAVAILABLE",
                Refusals.codeOf(() -> VaultWriter.assertKeyRoom(anchor, two)));
    }

    @Test
    void theLastGenerationHasNoNext() throws Exception {
        AnchorDraft draft = new AnchorDraft(new byte[16], new byte[32]);
        Anchor last = draft.settle(new EnvelopeRef(FormatLimits.GENERATION, new byte[32])).anchor();
        assertEquals("LIMIT_EXCEEDED", Refusals.codeOf(() -> VaultWriter.nextGeneration(last)));
        Anchor before =
                draft.settle(new EnvelopeRef(FormatLimits.GENERATION - 1, new byte[32])).anchor();
        assertEquals(FormatLimits.GENERATION, VaultWriter.nextGeneration(before));
    }

    @Test
    void aLeaseSeesWhatItNamesAndTheSlots() {
        Unlocked unlocked = created(TestVaults.passcode("1234"));
        Aead aead = ports.aead();
        LeaseBasis basis = LeaseBasis.of(aead, unlocked, List.of("session", "none"));
        assertTrue(basis.isUnchanged(aead, unlocked));
        Map<String, byte[]> other = Map.of("session", Bytes.ascii("\"two\""));
        assertFalse(
                basis.isUnchanged(aead, new Unlocked(unlocked.vault(), unlocked.keys(), other)));
        Map<String, byte[]> more =
                ValueChanges.apply(unlocked.values(), Map.of("more", Bytes.ascii("1")));
        assertTrue(basis.isUnchanged(aead, new Unlocked(unlocked.vault(), unlocked.keys(), more)));
        Map<String, byte[]> named =
                ValueChanges.apply(unlocked.values(), Map.of("none", Bytes.ascii("1")));
        assertFalse(
                basis.isUnchanged(aead, new Unlocked(unlocked.vault(), unlocked.keys(), named)));
    }
}
