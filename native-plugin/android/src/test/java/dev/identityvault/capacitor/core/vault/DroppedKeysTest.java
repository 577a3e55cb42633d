package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.FakeHost;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bytes of keys do not outlive a lock, except for an operation that is under way. */
final class DroppedKeysTest {
    private final World world = new World(1);

    /** Before this call the process is locked. */
    private String lockedAt = "";

    private final VaultProcess process =
            new VaultProcess(
                    world,
                    new VaultProcess.Options()
                            .intercept(
                                    (call, name) -> {
                                        if (call.equals(lockedAt)) lock();
                                        return true;
                                    }));

    /** Whether keys were there when the process was locked, and right after it. */
    private boolean wereUsed;

    private void lock() {
        lockedAt = "";
        process.core.lock();
        wereUsed = isAnyLeft();
    }

    private boolean isAnyLeft() {
        try {
            for (byte[] bytes : process.keyBytes()) if (!Bytes.isZero(bytes)) return true;
            return false;
        } catch (ReflectiveOperationException cause) {
            throw new LinkageError("the bytes of a key", cause);
        }
    }

    @Test
    void ofANewVault() {
        process.create(Vaults.withBoth("1234", "a", "1"));
        assertTrue(isAnyLeft());
        assertEquals(Map.of("a", "1"), process.values());
        process.core.lock();
        assertFalse(isAnyLeft());
    }

    @Test
    void ofOneThatWasOpened() {
        process.create(Vaults.withBoth("1234", "a", "1"));
        process.core.lock();
        process.unlock("1234");
        process.write("a", "2");
        assertTrue(isAnyLeft());
        process.core.lock();
        process.unlockByPrompt();
        assertEquals(Map.of("a", "2"), process.values());
        process.core.lock();
        assertFalse(isAnyLeft());
        process.unlockByFinger();
        process.erase();
        assertFalse(isAnyLeft());
    }

    @Test
    void ofOneThatWasKeyedAnew() {
        process.create(Vaults.withBoth("1234", "a", "1"));
        process.rekey(
                new RekeyRequest(
                        Vaults.policy(Mode.BIOMETRIC_AND_PASSCODE),
                        Set.of(Kind.BIOMETRIC, Kind.APP_PASSCODE),
                        List.of()));
        assertEquals(Map.of("a", "1"), process.values());
        process.core.lock();
        process.unlockByFinger();
        // The passcode's key is not there, so the data key stays.
        process.rekey(
                new RekeyRequest(
                        Vaults.policy(Mode.BIOMETRIC_AND_PASSCODE, Enrolment.IGNORE),
                        Set.of(Kind.BIOMETRIC, Kind.APP_PASSCODE),
                        List.of()));
        assertEquals(Map.of("a", "1"), process.values());
        process.rekey(Vaults.otherPasscode("5678"));
        process.write("a", "2");
        assertEquals(Map.of("a", "2"), process.values());
        process.core.lock();
        assertFalse(isAnyLeft());
    }

    @Test
    void ofOneWhoseDeadSlotWasReplaced() throws Exception {
        process.create(Vaults.withBoth("1234", "a", "1"));
        process.core.lock();
        world.kemKeys.clear();
        assertEquals("KEY_INVALIDATED", Refusals.codeOf(process::unlockByFinger));
        process.unlock("1234");
        assertEquals(List.of(), world.storedAnchor().deadSlots());
        assertEquals(Map.of("a", "1"), process.values());
        process.core.lock();
        assertFalse(isAnyLeft());
    }

    @Test
    void whenAnotherVaultTakesItsPlace() {
        process.create(Vaults.secureStorage("a", "1"));
        assertEquals(Map.of("a", "1"), process.values());
        process.create(Vaults.inMemory("a", "2"));
        assertFalse(isAnyLeft());
    }

    @Test
    void ofAVaultThatALeaseKept() {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        process.beginLease("a");
        process.core.lock();
        assertTrue(isAnyLeft());
        process.writeWithLease("a", "2");
        assertFalse(isAnyLeft());
        process.unlock("1234");
        assertEquals(Map.of("a", "2"), process.values());
        process.beginLease("a");
        process.core.lock();
        world.now.addAndGet(10_000);
        process.phase();
        assertFalse(isAnyLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aead.open", "aead.seal", "blobs.write"})
    void notBeforeAWriteIsOver(String call) {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        lockedAt = call;
        process.write("a", "2");
        assertTrue(wereUsed);
        assertFalse(isAnyLeft());
        process.unlock("1234");
        assertEquals(Map.of("a", "2"), process.values());
    }

    @Test
    void notBeforeAReadIsOver() throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        lockedAt = "aead.open";
        assertEquals("LOCKED", Refusals.codeOf(process::values));
        assertTrue(wereUsed);
        assertFalse(isAnyLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aead.open", "aead.seal", "blobs.write"})
    void notBeforeARekeyIsOver(String call) throws Exception {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        lockedAt = call;
        RekeyRequest request = Vaults.otherPasscode("5678");
        assertEquals("LOCKED", Refusals.codeOf(() -> process.rekey(request)));
        assertTrue(wereUsed);
        assertFalse(isAnyLeft());
        process.unlock("5678");
        assertEquals(Map.of("a", "1"), process.values());
    }

    @Test
    void notOfWhatWasOpenedWhileItsPromptIsStillShown() {
        process.create(Vaults.withPasscode("1234", "a", "1"));
        Answer<Boolean> closed = new Answer<>();
        FakeHost slow =
                new FakeHost() {
                    @Override
                    public Answer<Boolean> enterPasscode(Submit submit) {
                        return submit.passcode("1234".toCharArray()).then(complaint -> closed);
                    }
                };
        CoreSettings settings = new CoreSettings(World.SCOPE, new LockSettings(null, false));
        CoreVault core = new CoreVault(process.ports, Runnable::run, slow, settings);
        Answer<Void> unlocking = core.unlock(UnlockOptions.asked());
        closed.resolve(true);
        assertNull(unlocking.await());
        assertEquals(Set.of("a"), core.values().await().keySet());
        process.core.lock();
        assertTrue(isAnyLeft());
        core.lock();
        assertFalse(isAnyLeft());
    }

    @Test
    void ofWhatWasOpenedOrMadeTooLate() throws Exception {
        lockedAt = "blobs.write";
        assertEquals(
                "LOCKED",
                Refusals.codeOf(() -> process.create(Vaults.withPasscode("1234", "a", "1"))));
        assertTrue(wereUsed);
        assertFalse(isAnyLeft());
        lockedAt = "aead.open";
        assertEquals("LOCKED", Refusals.codeOf(() -> process.unlock("1234")));
        assertTrue(wereUsed);
        assertFalse(isAnyLeft());
    }
}
