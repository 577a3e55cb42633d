package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several processes over the same storage. */
final class InstancesTest {
    private static final String LOCKED = "locked saved=true timeout=false";

    private final World world = new World(1);
    private final VaultProcess a = new VaultProcess(world);
    private final VaultProcess b = new VaultProcess(world);

    private void bothOpen() {
        a.create(Vaults.withPasscode("1234", "a", "1"));
        b.start();
        b.unlock("1234");
    }

    @Test
    void seeWhatTheOtherOneWrote() {
        bothOpen();
        b.write("b", "2");
        assertEquals(Map.of("a", "1", "b", "2"), a.values());
    }

    @Test
    void oneRekeysAndTheOtherIsLockedWhichIsNoDamage() throws Exception {
        bothOpen();
        b.rekey(Vaults.otherPasscode("5678"));
        assertEquals("LOCKED", Refusals.codeOf(a::values));
        assertEquals(List.of(LOCKED), a.host.events);
        assertEquals("AUTHENTICATION_FAILED", Refusals.codeOf(() -> a.unlock("1234")));
        a.unlock("5678");
        assertEquals(Map.of("a", "1"), a.values());
    }

    @Test
    void oneLogsInAnewAndTheOtherIsLocked() throws Exception {
        bothOpen();
        b.create(Vaults.withPasscode("5678", "a", "2"));
        assertEquals("LOCKED", Refusals.codeOf(() -> a.write("b", "2")));
        assertEquals(Map.of("a", "2"), b.values());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFirstVaultDoesNotTakeThePlaceOfAnother(boolean inMemory) throws Exception {
        assertNull(a.start());
        b.create(Vaults.withPasscode("1234", "a", "1"));
        NewVault vault = inMemory ? Vaults.inMemory("a", "2") : Vaults.withPasscode("5678");
        assertEquals("CONFLICT", Refusals.codeOf(() -> a.core.create(vault, false).await()));
        assertEquals(Map.of("a", "1"), b.values());
        assertEquals(Phase.LOCKED, a.phase());
        b.erase();
        a.core.create(vault, false).await();
        assertEquals(Phase.UNLOCKED, a.phase());
    }

    @Test
    void secureStorageIsOpenedWithoutAskingAnybody() {
        a.create(Vaults.secureStorage("a", "1"));
        assertEquals(Map.of("a", "1"), a.values());
        b.create(Vaults.secureStorage("a", "2"));
        assertEquals(Map.of("a", "2"), a.values());
        VaultProcess c = new VaultProcess(world);
        c.start();
        c.core.lock();
        assertEquals(Map.of("a", "2"), c.values());
        assertEquals(List.of(), c.host.events);
        assertEquals(List.of(), a.host.events);
    }

    @Test
    void aPasscodeIsPutBeforeSecureStorageAndTakenAwayAgain() throws Exception {
        a.create(Vaults.secureStorage("a", "1"));
        b.start();
        b.rekey(Vaults.otherPasscode("1234"));
        assertEquals("LOCKED", Refusals.codeOf(a::values));
        assertEquals(List.of(LOCKED), a.host.events);
        List<SlotRequest> device = List.of(SlotRequest.of(Kind.DEVICE));
        b.rekey(new RekeyRequest(Vaults.policy(Mode.SECURE_STORAGE), Set.of(), device));
        a.start();
        assertEquals(Map.of("a", "1"), a.values());
    }

    @Test
    void aLeaseOverARekeyElsewhereIsAConflict() throws Exception {
        bothOpen();
        a.beginLease("a");
        b.rekey(Vaults.otherPasscode("5678"));
        assertEquals("CONFLICT", Refusals.codeOf(() -> a.writeWithLease("a", "2")));
        assertEquals(Map.of("a", "1"), b.values());
    }

    @Test
    void aReadOverARekeyElsewhereFindsItLockedAlsoWithALease() throws Exception {
        bothOpen();
        a.beginLease("a");
        b.rekey(Vaults.otherPasscode("5678"));
        assertEquals("LOCKED", Refusals.codeOf(a::values));
        assertEquals(List.of(LOCKED), a.host.events);
    }

    @Test
    void whatWasErasedElsewhereIsGoneHere() throws Exception {
        bothOpen();
        b.erase();
        assertEquals("NOT_FOUND", Refusals.codeOf(a::values));
        assertEquals(List.of("erased"), a.host.events);
        assertEquals(Phase.ABSENT, a.phase());
    }

    @Test
    void withoutAMutexThereAreNoPasscodeSlots() throws Exception {
        VaultProcess.Options alone = new VaultProcess.Options().withoutMutex();
        VaultProcess first = new VaultProcess(world, alone);
        assertEquals(
                "POLICY_NOT_MET", Refusals.codeOf(() -> first.create(Vaults.withPasscode("1234"))));
        assertEquals(0, world.anchors.size());
        a.create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess second = new VaultProcess(world, alone);
        assertEquals("POLICY_NOT_MET", Refusals.codeOf(() -> second.unlock("1234")));
        assertEquals(0, world.storedAnchor().attempts());
        second.unlockByFinger();
        assertEquals(Map.of("a", "1"), second.values());
    }

    @ParameterizedTest
    @CsvSource({"2, ", "3, CONFLICT"})
    void whatOvertookAnAttemptIsLookedAtAgain(int times, String ends) throws Exception {
        a.create(Vaults.withPasscode("1234", "a", "1"));
        int[] left = {times};
        VaultProcess.Options overtaken =
                new VaultProcess.Options()
                        .intercept(
                                (call, name) -> !call.equals("anchors.replace") || --left[0] < 0);
        VaultProcess process = new VaultProcess(world, overtaken);
        int before = world.guesses.get();
        assertEquals(ends, Refusals.codeOf(() -> process.unlock("1234")));
        assertEquals(0, world.storedAnchor().attempts());
        assertEquals(ends == null ? 1 : 0, world.guesses.get() - before);
    }

    @Test
    void aWriteInOneTransactionThatWasOvertakenIsAConflict() throws Exception {
        bothOpen();
        String[] at = {""};
        VaultProcess.Options overtaken =
                new VaultProcess.Options()
                        .joint(true)
                        .intercept(
                                (call, name) -> {
                                    if (call.equals(at[0])) b.write("b", "2");
                                    return true;
                                });
        VaultProcess process = new VaultProcess(world, overtaken);
        process.unlock("1234");
        at[0] = "joint.commit";
        assertEquals("CONFLICT", Refusals.codeOf(() -> process.write("a", "2")));
        assertEquals(Map.of("a", "1", "b", "2"), process.values());
    }

    @Test
    void whatOvertookARepairIsLookedAtAgain() throws Exception {
        a.create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess dying = new VaultProcess(world).endsAfter(1);
        try {
            dying.unlock("9999");
        } catch (RuntimeException killed) {
            assertEquals(true, world.storedAnchor().pending());
        }
        int[] left = {1};
        VaultProcess.Options overtaken =
                new VaultProcess.Options()
                        .intercept(
                                (call, name) -> !call.equals("anchors.replace") || --left[0] < 0);
        var anchor = new VaultProcess(world, overtaken).start().anchor();
        assertEquals(1, anchor.attempts());
        assertEquals(false, anchor.pending());
    }

    @Test
    void whoCanNotHaveTheTurnIsToldSoAndNothingIsBegun() throws Exception {
        a.create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess.Options busy =
                new VaultProcess.Options()
                        .intercept(
                                (call, name) -> {
                                    throw new CoreError(
                                            CoreErrorCode.TEMPORARILY_UNAVAILABLE, "busy");
                                });
        VaultProcess process = new VaultProcess(world, busy);
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(process::start));
        assertEquals(Phase.ABSENT, process.phase());
    }
}
