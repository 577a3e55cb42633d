package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.FakeHost;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class CoreVaultTest {
    private final World world = new World(1);
    private final VaultProcess process = new VaultProcess(world);

    @Test
    void aVaultInMemoryIsErasedByALock() throws Exception {
        process.create(Vaults.inMemory("a", "1"));
        process.write("b", "2");
        assertEquals(Map.of("a", "1", "b", "2"), process.values());
        assertEquals(2, process.core.memory().size());
        assertTrue(world.isEmpty());
        process.core.lock();
        assertEquals(List.of("locked saved=false timeout=false"), process.host.events);
        assertEquals(Phase.ABSENT, process.phase());
        assertEquals("NOT_FOUND", Refusals.codeOf(process::values));
        assertEquals("NOT_FOUND", Refusals.codeOf(() -> process.write("b", "3")));
        assertNull(process.core.memory());
    }

    @Test
    void aVaultInMemoryTakesThePlaceOfAStoredOne() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.create(Vaults.inMemory("a", "2"));
        assertTrue(world.isEmpty());
        assertEquals(Map.of("a", "2"), process.values());
        String tooLong = "k".repeat(1025);
        assertEquals("INVALID_ARGUMENT", Refusals.codeOf(() -> process.write(tooLong, "1")));
        process.create(Vaults.withPasscode("1234", "a", "3"));
        assertNull(process.core.memory());
        assertEquals(Map.of("a", "3"), process.values());
    }

    @Test
    void aStayInTheBackgroundThatIsTooLongLocks() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.core.pause();
        world.now.addAndGet(5000);
        assertEquals("LOCKED", Refusals.codeOf(process::values));
        process.core.resume();
        assertEquals(List.of("locked saved=true timeout=true"), process.host.events);
    }

    @Test
    void aClockThatWasSetBackInTheForegroundIsNoStay() {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        world.now.addAndGet(-5000);
        process.core.pause();
        world.now.addAndGet(100);
        process.core.resume();
        assertEquals(Phase.UNLOCKED, process.phase());
        process.core.pause();
        world.now.addAndGet(-5);
        process.core.resume();
        assertEquals(Phase.LOCKED, process.phase());
    }

    @Test
    void theScreenIsCoveredAsConfigured() {
        process.core.configure(new LockSettings(null, true, 100_000, 0));
        process.core.deactivate();
        process.core.activate();
        process.create(Vaults.withPasscode("1234", "a", "1"));
        world.now.addAndGet(70_000);
        process.phase();
        process.core.activity();
        assertEquals(List.of("cover", "uncover", "idle 30000", "active"), process.host.events);
    }

    @Test
    void aLookDoesNotRepairAndWaitsForNobody() throws Exception {
        assertNull(process.core.peek());
        process.create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess dying = new VaultProcess(world).endsAfter(1);
        try {
            dying.unlock("9999");
        } catch (RuntimeException killed) {
            assertEquals("dead", killed.getMessage());
        }
        assertTrue(process.core.peek().anchor().pending());
        assertTrue(world.storedAnchor().pending());
    }

    @Test
    void aPasscodeIsWipedWhenItWasTried() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.core.lock();
        char[] wrong = "9999".toCharArray();
        assertEquals(
                "AUTHENTICATION_FAILED",
                Refusals.codeOf(() -> process.core.unlockWith(Kind.APP_PASSCODE, wrong).await()));
        assertArrayEquals(new char[4], wrong);
        char[] right = "1234".toCharArray();
        process.core.unlockWith(Kind.APP_PASSCODE, right).await();
        assertArrayEquals(new char[4], right);
    }

    @Test
    void aPasscodeIsWipedAlsoWhereItCanNotBeTried() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.core.lock();
        world.isKept = true;
        char[] typed = "1234".toCharArray();
        assertEquals(
                "TEMPORARILY_UNAVAILABLE",
                Refusals.codeOf(() -> process.core.unlockWith(Kind.APP_PASSCODE, typed).await()));
        assertArrayEquals(new char[4], typed);
        assertEquals(
                "TEMPORARILY_UNAVAILABLE",
                Refusals.codeOf(() -> process.core.unlockWith(Kind.BIOMETRIC, null).await()));
    }

    @Test
    void aPasscodeIsWipedAlsoWhereTheHostFails() {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        FakeHost failing =
                new FakeHost() {
                    @Override
                    public void onLocked(boolean saved, boolean timeout) {
                        throw new IllegalStateException("no page");
                    }
                };
        CoreSettings settings = new CoreSettings(World.SCOPE, new LockSettings(5000L, false));
        CoreVault core = new CoreVault(process.ports, Runnable::run, failing, settings);
        core.unlockWith(Kind.APP_PASSCODE, "1234".toCharArray()).await();
        core.pause();
        world.now.addAndGet(5000);
        char[] typed = "1234".toCharArray();
        Answer<Void> answer = core.unlockWith(Kind.APP_PASSCODE, typed);
        assertThrows(IllegalStateException.class, answer::await);
        assertArrayEquals(new char[4], typed);
    }

    /** What waits for its turn. */
    private final Deque<Runnable> turns = new ArrayDeque<>();

    private VaultProcess waiting() {
        return new VaultProcess(world, new VaultProcess.Options().executor(turns::add));
    }

    private void takeTurns() {
        while (!turns.isEmpty()) turns.remove().run();
    }

    @Test
    void aLockWinsOverAPasscodeThatWaitsForItsTurn() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess waiting = waiting();
        Answer<Void> overtaken = waiting.core.unlockWith(Kind.APP_PASSCODE, "1234".toCharArray());
        waiting.core.lock();
        takeTurns();
        assertEquals("LOCKED", Refusals.codeOf(overtaken::await));
        assertEquals(Phase.LOCKED, waiting.phase());
        assertEquals(0, world.storedAnchor().attempts());
        Answer<Void> later = waiting.core.unlockWith(Kind.APP_PASSCODE, "1234".toCharArray());
        takeTurns();
        assertNull(later.await());
        assertEquals(Phase.UNLOCKED, waiting.phase());
        assertEquals(List.of("unlocked"), waiting.host.events);
    }

    @Test
    void aLockWinsOverAnUnlockThatLooksAtStorageFirst() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess waiting = waiting();
        waiting.host.willEnter("1234");
        Answer<Void> overtaken = waiting.core.unlock(UnlockOptions.asked());
        waiting.core.lock();
        takeTurns();
        assertEquals("LOCKED", Refusals.codeOf(overtaken::await));
        assertEquals(Phase.LOCKED, waiting.phase());
        assertEquals(List.of(), waiting.host.events);
        Answer<Void> later = waiting.core.unlock(UnlockOptions.asked());
        takeTurns();
        assertNull(later.await());
        assertEquals(List.of("asked", "unlocked"), waiting.host.events);
    }

    @Test
    void anUnlockThatComesAfterACreationIsNotOvertakenByIt() {
        VaultProcess waiting = waiting();
        Answer<Void> creating = waiting.core.create(Vaults.withPasscode("1234", "a", "1"));
        Answer<Void> asking = waiting.core.unlock(UnlockOptions.asked());
        Answer<Void> typing = waiting.core.unlockWith(Kind.APP_PASSCODE, "1234".toCharArray());
        takeTurns();
        for (Answer<Void> each : List.of(creating, asking, typing)) assertNull(each.await());
        assertEquals(Phase.UNLOCKED, waiting.phase());
        assertEquals(List.of(), waiting.host.events);
    }

    @Test
    void aVaultInMemoryHoldsNoMoreThanAStoredOne() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        // Number of values, length of the key, key, length of the value.
        int most = FormatLimits.ENVELOPE - 4 - 2 - 1 - 4;
        NewVault tooLarge = inMemory(new byte[most + 1]);
        assertEquals("LIMIT_EXCEEDED", Refusals.codeOf(() -> process.create(tooLarge)));
        assertEquals(Map.of("a", "1"), process.values());
        process.create(inMemory(new byte[most]));
        assertEquals("LIMIT_EXCEEDED", Refusals.codeOf(() -> process.write("b", "")));
        assertEquals(Set.of("a"), process.core.memory().keySet());
        process.write("a", "2");
        assertEquals(Map.of("a", "2"), process.values());
    }

    private static NewVault inMemory(byte[] value) {
        return new NewVault(Vaults.policy(Mode.IN_MEMORY_ONLY), List.of(), Map.of("a", value));
    }

    @Test
    void whoIsUnlockedAlreadyIsAskedNothing() {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.unlock("9999");
        process.unlockByPrompt();
        assertEquals(List.of(), process.host.events);
        assertEquals(0, world.storedAnchor().attempts());
    }

    @Test
    void damageLocksAndIsToldUntilItIsReplaced() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        byte[] envelope = world.blobs.get(World.NAME).clone();
        envelope[envelope.length - 1] ^= 1;
        world.blobs.put(World.NAME, envelope);
        world.formers.clear();
        assertEquals("CORRUPT", Refusals.codeOf(() -> process.write("b", "2")));
        assertEquals(List.of("locked saved=true timeout=false"), process.host.events);
        assertEquals("CORRUPT", Refusals.codeOf(() -> process.unlock("1234")));
        process.create(Vaults.withPasscode("5678", "a", "2"));
        assertEquals(Map.of("a", "2"), process.values());
    }

    @Test
    void aLockDuringACreationWins() throws Exception {
        String[] at = {"blobs.write"};
        VaultProcess locked = lockedAt(at);
        assertEquals(
                "LOCKED",
                Refusals.codeOf(() -> locked.create(Vaults.withPasscode("1234", "a", "1"))));
        assertEquals(Phase.ABSENT, locked.phase());
        at[0] = "";
        assertNotNull(locked.start());
        assertEquals(Phase.LOCKED, locked.phase());
        locked.unlock("1234");
        assertEquals(Map.of("a", "1"), locked.values());
    }

    /** A process that is locked before this, once that is set. */
    private VaultProcess lockedAt(String[] call) {
        VaultProcess[] locking = new VaultProcess[1];
        VaultProcess.Options options =
                new VaultProcess.Options()
                        .intercept(
                                (each, name) -> {
                                    if (each.equals(call[0])) locking[0].core.lock();
                                    return true;
                                });
        locking[0] = new VaultProcess(world, options);
        return locking[0];
    }

    @Test
    void aLockDuringACreationInMemoryWins() throws Exception {
        String[] at = {""};
        VaultProcess locked = lockedAt(at);
        locked.create(Vaults.withPasscode("1234", "a", "1"));
        at[0] = "blobs.remove";
        assertEquals("LOCKED", Refusals.codeOf(() -> locked.create(Vaults.inMemory("a", "2"))));
        assertEquals(Phase.LOCKED, locked.phase());
        assertNull(locked.core.memory());
        assertEquals(List.of("locked saved=true timeout=false"), locked.host.events);
    }

    @Test
    void aLockWhileAReadDecryptsWins() throws Exception {
        String[] at = {""};
        VaultProcess locked = lockedAt(at);
        locked.create(Vaults.withPasscode("1234", "a", "1"));
        assertEquals(Map.of("a", "1"), locked.values());
        at[0] = "aead.open";
        assertEquals("LOCKED", Refusals.codeOf(locked::values));
        assertEquals(List.of("locked saved=true timeout=false"), locked.host.events);
    }

    @Test
    void aLockDuringAnUnlockAndDuringAReadWins() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        String[] at = {"kdf"};
        VaultProcess locked = lockedAt(at);
        assertEquals("LOCKED", Refusals.codeOf(() -> locked.unlock("1234")));
        assertEquals(0, world.storedAnchor().attempts());
        at[0] = "";
        locked.unlock("1234");
        at[0] = "blobs.read";
        assertEquals("LOCKED", Refusals.codeOf(locked::values));
    }

    @Test
    void notBeingAbleToLookLocksNothing() throws Exception {
        boolean[] isBusy = {false};
        VaultProcess.Options options =
                new VaultProcess.Options()
                        .intercept(
                                (call, name) -> {
                                    if (isBusy[0])
                                        throw new CoreError(
                                                CoreErrorCode.TEMPORARILY_UNAVAILABLE, "busy");
                                    return true;
                                });
        VaultProcess busy = new VaultProcess(world, options);
        busy.create(Vaults.withPasscode("1234", "a", "1"));
        isBusy[0] = true;
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(busy::values));
        isBusy[0] = false;
        assertEquals(Map.of("a", "1"), busy.values());
    }
}
