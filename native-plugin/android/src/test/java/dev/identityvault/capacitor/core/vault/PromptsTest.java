package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.Intercept;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unlocking by asking the person. */
final class PromptsTest {
    private final World world = new World(1);

    private VaultProcess process(Intercept intercept) {
        return new VaultProcess(world, new VaultProcess.Options().intercept(intercept));
    }

    private static Intercept before(String call, Runnable happening) {
        return (each, name) -> {
            if (each.equals(call)) happening.run();
            return true;
        };
    }

    private static Intercept refusing(String call, CoreErrorCode code) {
        return before(
                call,
                () -> {
                    throw new CoreError(code, "as scripted");
                });
    }

    @Test
    void asksForThePasscodeUntilItIsRight() {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess process = new VaultProcess(world);
        for (String each : List.of("12", "9999", "1234")) process.host.willEnter(each);
        process.unlockByPrompt();
        assertEquals(
                List.of(
                        "asked",
                        "INVALID_PASSCODE",
                        "asked",
                        "AUTHENTICATION_FAILED",
                        "asked",
                        "unlocked"),
                process.host.events);
        assertEquals(Map.of("a", "1"), process.values());
        assertEquals(0, world.storedAnchor().attempts());
    }

    @Test
    void whoGivesUpIsNotAskedAgainByItself() throws Exception {
        new VaultProcess(world).create(Vaults.withPasscode("1234"));
        VaultProcess process = new VaultProcess(world);
        assertEquals("USER_CANCELED", Refusals.codeOf(process::unlockByPrompt));
        UnlockOptions automatic = new UnlockOptions(true, null);
        assertEquals("LOCKED", Refusals.codeOf(() -> process.core.unlock(automatic).await()));
        assertEquals(List.of("asked"), process.host.events);
        process.core.pause();
        process.core.resume();
        process.host.willEnter("1234");
        process.core.unlock(automatic).await();
        assertEquals(Phase.UNLOCKED, process.phase());
    }

    @Test
    void theLastAttemptInAPromptErasesTheVault() throws Exception {
        new VaultProcess(world).create(Vaults.withPasscode(Vaults.POLICY, "1234", "a", "1"));
        VaultProcess process = new VaultProcess(world);
        for (int attempt = 0; attempt < 4; attempt++) {
            world.now.addAndGet(3_600_000);
            assertEquals("AUTHENTICATION_FAILED", Refusals.codeOf(() -> process.unlock("9999")));
        }
        world.now.addAndGet(3_600_000);
        process.host.willEnter("9999");
        assertEquals("TOO_MANY_ATTEMPTS", Refusals.codeOf(process::unlockByPrompt));
        assertTrue(world.isEmpty());
        assertEquals(Phase.ABSENT, process.phase());
        assertEquals("erased", process.host.events.get(process.host.events.size() - 1));
        assertEquals("NOT_FOUND", Refusals.codeOf(process::unlockByPrompt));
    }

    @ParameterizedTest
    @EnumSource(
            value = CoreErrorCode.class,
            names = {"LOCKED_OUT", "POLICY_NOT_MET"})
    void whereTheFingerCanNotBeUsedNowItAsksForThePasscode(CoreErrorCode code) {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess process = process(refusing("kem.decapsulate", code));
        process.host.willEnter("1234");
        process.unlockByPrompt();
        assertEquals(List.of("asked", "unlocked"), process.host.events);
    }

    @ParameterizedTest
    @EnumSource(
            value = CoreErrorCode.class,
            names = {"USER_CANCELED", "AUTHENTICATION_FAILED", "TEMPORARILY_UNAVAILABLE"})
    void anyOtherEndIsTheEnd(CoreErrorCode code) throws Exception {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess process = process(refusing("kem.decapsulate", code));
        assertEquals(code.name(), Refusals.codeOf(process::unlockByPrompt));
        assertEquals(List.of(), process.host.events);
        assertEquals(Phase.LOCKED, process.phase());
    }

    @Test
    void aCancellationThatMayBeAKeyThatIsGoneAsksForThePasscode() {
        world.isCancelVague = true;
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess process = process(refusing("kem.decapsulate", CoreErrorCode.USER_CANCELED));
        process.host.willEnter("1234");
        process.unlockByPrompt();
        assertEquals(List.of("asked", "unlocked"), process.host.events);
    }

    @Test
    void whatAPromptGaveIsWiped() {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess byFinger = new VaultProcess(world);
        byFinger.unlockByPrompt();
        assertEquals(1, world.askedSecrets.size());
        assertArrayEquals(new byte[32], world.askedSecrets.get(0));

        VaultProcess byPasscode = new VaultProcess(world);
        for (String each : List.of("9999", "1234")) byPasscode.host.willEnter(each);
        byPasscode.core.unlock(new UnlockOptions(false, Kind.APP_PASSCODE)).await();
        assertEquals(2, byPasscode.host.typed.size());
        for (char[] each : byPasscode.host.typed) assertArrayEquals(new char[4], each);
    }

    @Test
    void whatAPromptGaveIsWipedAlsoWhereTheVaultIsKeptByAnother() throws Exception {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess process = process(before("kem.decapsulate", () -> world.isKept = true));
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(process::unlockByPrompt));
        assertArrayEquals(new byte[32], world.askedSecrets.get(0));
    }

    @Test
    void theLastWrongPasscodeIsToldAtOnce() throws Exception {
        new VaultProcess(world).create(Vaults.withPasscode(Vaults.POLICY, "1234", "a", "1"));
        VaultProcess process = new VaultProcess(world);
        for (int attempt = 0; attempt < 4; attempt++) {
            assertEquals("AUTHENTICATION_FAILED", Refusals.codeOf(() -> process.unlock("9999")));
            world.now.addAndGet(3_600_000);
        }
        assertEquals("TOO_MANY_ATTEMPTS", Refusals.codeOf(() -> process.unlock("9999")));
        assertEquals(List.of("erased"), process.host.events);
        assertEquals(Phase.ABSENT, process.phase());
    }

    @Test
    void asksOnlyForWhatWasAskedFor() throws Exception {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess process = new VaultProcess(world);
        process.host.willEnter("1234");
        process.core.unlock(new UnlockOptions(false, Kind.APP_PASSCODE)).await();
        assertEquals(List.of("asked", "unlocked"), process.host.events);
        process.core.lock();
        UnlockOptions credential = new UnlockOptions(false, Kind.DEVICE_CREDENTIAL);
        assertEquals(
                "SLOT_NOT_FOUND", Refusals.codeOf(() -> process.core.unlock(credential).await()));
        process.unlockByPrompt();
        assertEquals(Phase.UNLOCKED, process.phase());
    }

    @Test
    void everySlotDeadIsSaid() throws Exception {
        new VaultProcess(world)
                .create(
                        Vaults.withBoth(
                                Vaults.policy(Mode.BIOMETRIC_AND_PASSCODE), "1234", "a", "1"));
        VaultProcess process = process(refusing("kem.decapsulate", CoreErrorCode.KEY_MISSING));
        UnlockOptions finger = new UnlockOptions(false, Kind.BIOMETRIC);
        for (int times = 0; times < 2; times++)
            assertEquals(
                    "KEY_INVALIDATED", Refusals.codeOf(() -> process.core.unlock(finger).await()));
        assertEquals(1, world.storedAnchor().deadSlots().size());
    }

    @Test
    void aFailureThatNobodyForesawIsNoDamage() throws Exception {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess process =
                process(
                        before(
                                "kem.decapsulate",
                                () -> {
                                    throw new AssertionError("odd");
                                }));
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(process::unlockByPrompt));
        process.unlock("1234");
        assertEquals(Map.of("a", "1"), process.values());
    }

    @Test
    void theSlotThatWasAskedForWasMadeAnewMeanwhile() throws Exception {
        new VaultProcess(world).create(Vaults.withBoth("1234", "a", "1"));
        VaultProcess elsewhere = new VaultProcess(world);
        elsewhere.start();
        elsewhere.unlock("1234");
        boolean[] isDone = {false};
        VaultProcess process =
                process(
                        (call, name) -> {
                            if (call.equals("kem.decapsulate") && !isDone[0]) {
                                isDone[0] = true;
                                elsewhere.rekey(
                                        new RekeyRequest(
                                                Vaults.policy(
                                                        Mode.BIOMETRIC_AND_PASSCODE,
                                                        Enrolment.WIPE),
                                                Set.of(Kind.BIOMETRIC, Kind.APP_PASSCODE),
                                                List.of()));
                            }
                            return true;
                        });
        String code = Refusals.codeOf(process::unlockByPrompt);
        assertTrue(Set.of("CONFLICT", "AUTHENTICATION_FAILED").contains(code), code);
        process.unlockByPrompt();
        assertEquals(Map.of("a", "1"), process.values());
    }

    @Test
    void anOwnPromptIsJudgedWhenItEnds() throws Exception {
        VaultProcess process = new VaultProcess(world);
        process.create(Vaults.withPasscode("1234", "a", "1"));
        Answer<String> answered = new Answer<>();
        Answer<String> asking = process.core.asking(() -> answered);
        process.core.pause();
        world.now.addAndGet(6000);
        process.core.resume();
        assertEquals(Phase.UNLOCKED, process.phase());
        answered.resolve("yes");
        assertEquals("yes", asking.await());
        assertEquals(Phase.LOCKED, process.phase());
    }

    @Test
    void anOwnPromptInsideAnotherOneEndsNothingButItself() {
        VaultProcess process = new VaultProcess(world);
        process.create(Vaults.withPasscode("1234", "a", "1"));
        Answer<String> outer = new Answer<>();
        Answer<String> asking = process.core.asking(() -> outer);
        assertEquals("inner", process.core.asking(() -> Answer.of("inner")).await());
        assertNotNull(process.core.state().prompt());
        process.core.pause();
        world.now.addAndGet(6000);
        process.core.resume();
        assertEquals(Phase.UNLOCKED, process.phase());
        outer.resolve("outer");
        assertEquals("outer", asking.await());
        assertEquals(Phase.LOCKED, process.phase());
    }

    @Test
    void aVaultThatAnotherProcessChangedToOneWithoutPromptsOpensByItself() {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess process = new VaultProcess(world);
        process.start();
        new VaultProcess(world).create(Vaults.secureStorage("b", "2"));
        process.unlockByPrompt();
        assertEquals(List.of("unlocked"), process.host.events);
        assertEquals(Map.of("b", "2"), process.values());
    }

    @Test
    void anOwnPromptInsideAnotherOneIsPartOfIt() {
        VaultProcess process = new VaultProcess(world);
        process.create(Vaults.withPasscode("1234", "a", "1"));
        Answer<String> inner = new Answer<>();
        Answer<String> asking = process.core.asking(() -> process.core.asking(() -> inner));
        inner.reject(new CoreError(CoreErrorCode.USER_CANCELED, "no"));
        assertThrows(CoreError.class, asking::await);
        assertNull(process.core.state().prompt());
        Answer<String> failing =
                process.core.asking(
                        () -> {
                            throw new IllegalStateException("no screen");
                        });
        assertThrows(IllegalStateException.class, failing::await);
        assertNull(process.core.state().prompt());
    }
}
