package dev.identityvault.capacitor.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.EnvelopeRef;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.slots.StorageNames;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.TestVaults;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Storage that refuses, or that is written by somebody else meanwhile. */
final class FailingStorageTest {
    private final TestDevice device = new TestDevice(3);
    private final CorePorts ports = device.ports();
    private final Opened created =
            TestVaults.create(
                    ports, TestVaults.policy(Mode.PASSCODE_ONLY), TestVaults.passcode("1234"));
    private final Map<String, byte[]> changes = Map.of("session", Bytes.ascii("\"two\""));

    private LoadedVault write(CorePorts with) {
        Opened opened = new Opened(TestVaults.load(ports), created.keys());
        return new VaultStore(with, TestVaults.SCOPE).write(opened, changes, PolicyChanges.NONE);
    }

    private String session() {
        Opened opened = new Opened(TestVaults.load(ports), created.keys());
        byte[] value = new VaultStore(ports, TestVaults.SCOPE).values(opened).get("session");
        return new String(value, StandardCharsets.UTF_8);
    }

    @Test
    void aRefusedEnvelopeLeavesTheOldOne() throws Exception {
        CorePorts refusing = withBlobs(false, true);
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(() -> write(refusing)));
        assertEquals("\"one\"", session());
        assertNull(TestVaults.load(ports).anchor().next());
    }

    @Test
    void anEnvelopeThatWasWrittenAllTheSameIsTheNewOne() {
        LoadedVault written = write(withBlobs(true, true));
        assertEquals(2, written.envelope().header().generation());
        assertEquals("\"two\"", session());
        assertTrue(TestVaults.load(ports).isSettled());
    }

    @Test
    void somebodyElsesAnchorIsAConflict() throws Exception {
        LoadedVault stale = TestVaults.load(ports);
        write(ports);
        Opened opened = new Opened(stale, created.keys());
        VaultStore store = new VaultStore(ports, TestVaults.SCOPE);
        assertEquals(
                "CONFLICT",
                Refusals.codeOf(() -> store.write(opened, changes, PolicyChanges.NONE)));
        assertEquals(2, TestVaults.load(ports).envelope().header().generation());
    }

    @Test
    void startsOverTwiceAndNotOftener() throws Exception {
        int[] runs = {0};
        assertEquals(
                "CONFLICT",
                Refusals.codeOf(
                        () ->
                                StartingOver.run(
                                        () -> {
                                            runs[0] += 1;
                                            throw StoredAnchor.conflict();
                                        })));
        assertEquals(3, runs[0]);
        assertEquals(7, StartingOver.run(() -> 7));
        assertEquals(
                "CORRUPT",
                Refusals.codeOf(
                        () ->
                                StartingOver.run(
                                        () -> {
                                            runs[0] += 1;
                                            throw CoreError.corrupt("no conflict");
                                        })));
        assertEquals(4, runs[0]);
    }

    @Test
    void whatCanNotBeReadNowIsNotReplaced() throws Exception {
        CorePorts refusing = withBlobs(false, false);
        NewVault request =
                new NewVault(TestVaults.policy(Mode.SECURE_STORAGE), List.of(), Map.of());
        VaultStore store = new VaultStore(refusing, TestVaults.SCOPE);
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(() -> store.create(request, true)));
        assertEquals("\"one\"", session());
    }

    @Test
    void peekingWritesNothing() {
        Anchor anchor = TestVaults.load(ports).anchor();
        TestVaults.load(ports).write(ports, anchor.change().attempts(1, true));
        int writes = device.anchorWrites.size();
        VaultStore store = new VaultStore(ports, TestVaults.SCOPE);
        assertTrue(store.peek().anchor().pending());
        assertFalse(store.peek().isSettled());
        assertEquals(writes, device.anchorWrites.size());
        store.erase();
        assertNull(store.peek());
    }

    @Test
    void markingASlotTwiceWritesOnce() {
        LoadedVault vault = TestVaults.load(ports);
        byte[] slotId = TestVaults.slotIdOf(vault, Kind.APP_PASSCODE);
        VaultStore store = new VaultStore(ports, TestVaults.SCOPE);
        store.markSlotDead(vault, slotId);
        int writes = device.anchorWrites.size();
        store.markSlotDead(TestVaults.load(ports), slotId);
        assertEquals(writes, device.anchorWrites.size());
    }

    @Test
    void aKeyThatOnlyOneOfTheTwoKindsHasIsDestroyedWithItsSlot() {
        LoadedVault vault = TestVaults.load(ports);
        byte[] slotId = TestVaults.slotIdOf(vault, Kind.APP_PASSCODE);
        List<String> name = List.of(StorageNames.kemKey(vault.anchor().vaultId(), slotId));
        new VaultStore(ports, TestVaults.SCOPE).erase();
        assertEquals(name, device.biometric.destroyed);
        assertEquals(name, device.deviceCredential.destroyed);
    }

    @Test
    void theLastGenerationIsErasedByALogin() {
        LoadedVault vault = TestVaults.load(ports);
        byte[] vaultId = vault.anchor().vaultId();
        EnvelopeRef ref = new EnvelopeRef(FormatLimits.GENERATION - 1, vault.digest());
        LoadedVault late = vault.write(ports, vault.anchor().change().settle(ref));
        Opened opened = new Opened(late, created.keys());
        VaultStore store = new VaultStore(ports, TestVaults.SCOPE);
        LoadedVault last = store.write(opened, changes, PolicyChanges.NONE);
        assertEquals(FormatLimits.GENERATION, last.envelope().header().generation());
        store.create(
                new NewVault(TestVaults.policy(Mode.SECURE_STORAGE), device(), Map.of()), true);
        LoadedVault anew = TestVaults.load(ports);
        assertEquals(1, anew.envelope().header().generation());
        assertFalse(Arrays.equals(vaultId, anew.anchor().vaultId()));
    }

    private static List<SlotRequest> device() {
        return List.of(SlotRequest.of(Kind.DEVICE));
    }

    /**
     * @param writes whether what is refused is written all the same
     * @param reads whether reading works
     */
    private CorePorts withBlobs(boolean writes, boolean reads) {
        BlobStore blobs = new RefusingBlobs(ports.blobs(), writes, reads);
        return new CorePorts(
                ports.random(),
                ports.aead(),
                ports.kdf(),
                ports.deviceFunction(),
                ports.anchorMac(),
                ports.kems(),
                blobs,
                ports.anchors(),
                null,
                ports.mutex(),
                ports.clock());
    }
}
