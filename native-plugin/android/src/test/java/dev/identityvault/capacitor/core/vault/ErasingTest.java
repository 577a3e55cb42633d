package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.StorageNames;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.Intercept;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is gone, and what can't go now. */
final class ErasingTest {
    private final World world = new World(1);
    private boolean isStuck = true;

    private VaultProcess process(Intercept intercept) {
        return new VaultProcess(world, new VaultProcess.Options().intercept(intercept));
    }

    private VaultProcess busy(Set<String> calls) {
        return process(
                (call, name) -> {
                    if (isStuck && calls.contains(call))
                        throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "busy");
                    return true;
                });
    }

    @Test
    void aClearEndsAlthoughTheAnchorKeyCanNotBeUsedNow() throws Exception {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess process = busy(Set.of("mac.mac", "mac.destroy"));
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(process::start));
        process.erase();
        assertTrue(world.isEmpty());
        VaultProcess next = new VaultProcess(world);
        assertNull(next.start());
        next.create(Vaults.withPasscode("5678", "a", "2"));
        assertEquals(Map.of("a", "2"), next.values());
    }

    @Test
    void whatStorageCanNotDoNowIsSaidAndALoginDoesNotTakeItForDamaged() throws Exception {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess process = busy(Set.of("blobs.remove", "anchors.read", "anchors.remove"));
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(process::erase));
        assertEquals(
                "TEMPORARILY_UNAVAILABLE",
                Refusals.codeOf(() -> process.create(Vaults.withPasscode("5678", "a", "2"))));
        VaultProcess next = new VaultProcess(world);
        next.unlock("1234");
        assertEquals(Map.of("a", "1"), next.values());
    }

    @Test
    void whatIsUnlockedIsGoneAtOnce() throws Exception {
        VaultProcess process = new VaultProcess(world);
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.erase();
        assertEquals(List.of("erased"), process.host.events);
        assertEquals("NOT_FOUND", Refusals.codeOf(process::values));
        assertEquals(0, world.ring.size());
    }

    /** Storage may be slow. */
    @Test
    void whatIsUnlockedIsGoneBeforeStorageIs() throws Exception {
        List<String> seen = new ArrayList<>();
        VaultProcess[] erasing = new VaultProcess[1];
        erasing[0] =
                process(
                        (call, name) -> {
                            if (call.equals("blobs.remove"))
                                seen.add(erasing[0].phase() + " " + erasing[0].host.events);
                            return true;
                        });
        erasing[0].create(Vaults.withPasscode("1234", "a", "1"));
        erasing[0].erase();
        assertEquals(List.of("ABSENT [erased]"), seen);
        assertEquals(List.of("erased"), erasing[0].host.events);
    }

    @Test
    void takesWithItWhatWasFoundWhileItWaitedForItsTurn() {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        Deque<Runnable> later = new ArrayDeque<>();
        VaultProcess process =
                new VaultProcess(world, new VaultProcess.Options().executor(later::add));
        Answer<LoadedVault> started = process.core.start();
        Answer<Void> erased = process.core.erase();
        assertEquals(1, later.size());
        later.remove().run();
        assertNotNull(started.await());
        assertEquals(Phase.LOCKED, process.phase());
        later.remove().run();
        assertNull(erased.await());
        assertEquals(Phase.ABSENT, process.phase());
        assertEquals(List.of("erased", "erased"), process.host.events);
    }

    @Test
    void aKeyThatIsStuckIsDestroyedWhenItCanBe() {
        VaultProcess process = busy(Set.of("prf.destroy"));
        process.create(Vaults.withPasscode("1234", "a", "1"));
        var header = world.storedEnvelope().header();
        byte[] former = header.slots().get(0).head().slotId();
        String prf = StorageNames.prfKey(header.vaultId(), former);
        process.rekey(Vaults.otherPasscode("5678"));
        process.write("b", "2");
        assertTrue(world.ring.containsKey(prf));
        assertEquals(2, world.storedAnchor().keySlots().size());
        assertFalse(process.core.peek().isSettled());
        VaultProcess next = busy(Set.of("prf.destroy"));
        assertEquals(3, next.start().envelope().header().generation());
        next.unlock("5678");
        assertEquals(Map.of("a", "1", "b", "2"), next.values());
        isStuck = false;
        new VaultProcess(world).start();
        assertFalse(world.ring.containsKey(prf));
        assertEquals(1, world.storedAnchor().keySlots().size());
    }

    @Test
    void stuckKeysDoNotKeepAnErasureFromEnding() {
        VaultProcess process = busy(Set.of("prf.destroy"));
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.erase();
        assertTrue(world.isEmpty());
        process.create(Vaults.withPasscode("5678", "a", "2"));
        assertEquals(Map.of("a", "2"), process.values());
    }

    @Test
    void tooManyStuckKeysAreRefusedBeforeAnyIsMade() throws Exception {
        VaultProcess process = busy(Set.of("prf.destroy"));
        process.create(Vaults.withPasscode("1000", "a", "1"));
        for (int change = 1; change < 8; change++)
            process.rekey(Vaults.otherPasscode(String.valueOf(1000 + change)));
        List<String> before = new ArrayList<>(world.ring.keySet());
        assertEquals(
                "TEMPORARILY_UNAVAILABLE",
                Refusals.codeOf(() -> process.rekey(Vaults.otherPasscode("2000"))));
        assertEquals(before, new ArrayList<>(world.ring.keySet()));
        process.write("b", "2");
        process.core.lock();
        process.unlock("1007");
        assertEquals(Map.of("a", "1", "b", "2"), process.values());
        isStuck = false;
        process.rekey(Vaults.otherPasscode("2000"));
        assertEquals(1, world.storedAnchor().keySlots().size());
    }

    @Test
    void whyASlotWasNotMadeIsWhatIsTold() throws Exception {
        VaultProcess process =
                process(
                        (call, name) -> {
                            if (call.equals("kdf"))
                                throw new CoreError(
                                        CoreErrorCode.DEVICE_FUNCTION_FAILED, "no memory");
                            if (call.equals("prf.destroy"))
                                throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "busy");
                            return true;
                        });
        assertEquals(
                "DEVICE_FUNCTION_FAILED",
                Refusals.codeOf(() -> process.create(Vaults.withPasscode("1234"))));
    }

    @Test
    void aForgedEnvelopeDoesNotMakeALoginDestroyAnotherVaultsKeys() {
        World other = new World(2);
        new VaultProcess(other).create(Vaults.withPasscode("4321"));
        var header = other.storedEnvelope().header();
        String prf = StorageNames.prfKey(header.vaultId(), header.slots().get(0).head().slotId());
        byte[] key = other.ring.get(prf);
        world.ring.put(prf, key);
        VaultProcess process = new VaultProcess(world);
        process.create(Vaults.withPasscode("1234", "a", "1"));
        // Whoever can write storage puts the other vault's envelope beside an anchor that nobody
        // can read.
        world.blobs.put(World.NAME, other.blobs.get(World.NAME));
        world.anchors.put(World.NAME, Bytes.concat(Bytes.ascii("IDVA"), new byte[173]));
        process.create(Vaults.withPasscode("5678", "a", "2"));
        assertEquals(Map.of("a", "2"), process.values());
        assertArrayEquals(key, world.ring.get(prf));
    }
}
