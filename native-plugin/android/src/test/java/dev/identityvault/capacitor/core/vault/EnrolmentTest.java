package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
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

/** What a changed enrolment does is decided by the key, so it changes with the key. */
final class EnrolmentTest {
    private final World world = new World(1);

    private static VaultPolicy policy(Enrolment enrolment) {
        return Vaults.policy(Mode.BIOMETRIC_AND_PASSCODE, enrolment);
    }

    private static RekeyRequest to(Enrolment enrolment) {
        Set<Kind> keep = Set.of(Kind.BIOMETRIC, Kind.APP_PASSCODE);
        return new RekeyRequest(policy(enrolment), keep, List.of());
    }

    @ParameterizedTest
    @CsvSource({"IGNORE, WIPE, true", "REQUIRE_OTHER, IGNORE, true", "REQUIRE_OTHER, WIPE, false"})
    void aNewKeyIsMadeWhereItHasToBe(Enrolment from, Enrolment to, boolean isNewKey) {
        VaultProcess process = new VaultProcess(world);
        process.create(Vaults.withBoth(policy(from), "1234", "a", "1"));
        String finger = world.slotIdOf(Kind.BIOMETRIC);
        String passcode = world.slotIdOf(Kind.APP_PASSCODE);
        process.rekey(to(to));
        assertEquals(to, world.storedEnvelope().header().policy().enrolment());
        assertEquals(passcode, world.slotIdOf(Kind.APP_PASSCODE));
        assertEquals(isNewKey, !world.slotIdOf(Kind.BIOMETRIC).equals(finger));
        assertEquals(List.of(to == Enrolment.IGNORE), List.copyOf(world.kemKeys.values()));
        process.core.lock();
        process.unlockByFinger();
        assertEquals(Map.of("a", "1"), process.values());
    }

    @Test
    void whereTheNewKeyCanNotBeMadeNothingChanges() throws Exception {
        new VaultProcess(world).create(Vaults.withBoth(policy(Enrolment.IGNORE), "1234", "a", "1"));
        byte[] before = world.blobs.get(World.NAME);
        VaultProcess process = refusing("kem.create", CoreErrorCode.POLICY_NOT_MET);
        process.unlockByFinger();
        assertEquals("POLICY_NOT_MET", Refusals.codeOf(() -> process.rekey(to(Enrolment.WIPE))));
        assertArrayEquals(before, world.blobs.get(World.NAME));
    }

    private VaultProcess refusing(String port, CoreErrorCode code) {
        return new VaultProcess(
                world,
                new VaultProcess.Options()
                        .intercept(
                                (call, name) -> {
                                    if (call.equals(port)) throw new CoreError(code, "as scripted");
                                    return true;
                                }));
    }

    /** The KEM key is definitely not there, while the other key of its slot is. */
    private VaultProcess withDestroyedKey(Enrolment enrolment) {
        new VaultProcess(world).create(Vaults.withBoth(policy(enrolment), "1234", "a", "1"));
        world.kemKeys.clear();
        VaultProcess process = new VaultProcess(world);
        process.start();
        return process;
    }

    private static void open(VaultProcess process, boolean byPrompt) {
        if (byPrompt) process.unlockByPrompt();
        else process.unlockByFinger();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wipeErases(boolean byPrompt) throws Exception {
        VaultProcess process = withDestroyedKey(Enrolment.WIPE);
        assertEquals("KEY_INVALIDATED", Refusals.codeOf(() -> open(process, byPrompt)));
        assertTrue(world.isEmpty());
        assertEquals(List.of("erased"), process.host.events);
    }

    @Test
    void whatIsDeadIsNotAskedForAgain() throws Exception {
        VaultProcess process = withDestroyedKey(Enrolment.REQUIRE_OTHER);
        assertEquals("KEY_INVALIDATED", Refusals.codeOf(process::unlockByPrompt));
        process.host.willEnter("1234");
        process.unlockByPrompt();
        assertEquals(List.of("asked", "unlocked"), process.host.events);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherwiseThePasscodeOpensAndMakesItAnew(boolean byPrompt) throws Exception {
        VaultProcess process = withDestroyedKey(Enrolment.REQUIRE_OTHER);
        String before = world.slotIdOf(Kind.BIOMETRIC);
        assertEquals("KEY_INVALIDATED", Refusals.codeOf(() -> open(process, byPrompt)));
        assertEquals(before, Bytes.hex(world.storedAnchor().deadSlots().get(0)));
        assertEquals("KEY_INVALIDATED", Refusals.codeOf(process::unlockByFinger));
        process.unlock("1234");
        assertNotEquals(before, world.slotIdOf(Kind.BIOMETRIC));
        VaultProcess next = new VaultProcess(world);
        next.unlockByFinger();
        assertEquals(Map.of("a", "1"), next.values());
    }

    @Test
    void bothKeysGoneSaysNothing() throws Exception {
        VaultProcess process = withDestroyedKey(Enrolment.WIPE);
        String finger = world.slotIdOf(Kind.BIOMETRIC);
        world.ring.keySet().removeIf(name -> name.contains(finger));
        assertEquals("KEY_MISSING", Refusals.codeOf(process::unlockByFinger));
        assertEquals(0, world.storedAnchor().deadSlots().size());
        process.host.willEnter("1234");
        process.unlockByPrompt();
        process.write("b", "2");
        assertEquals(Map.of("a", "1", "b", "2"), process.values());
    }
}
