package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.store.PolicyChanges;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A policy that becomes stricter never makes the right passcode erase the vault. */
final class PolicyChangesTest {
    private static final VaultPolicy MANY = policy(10, true);

    private final World world = new World(1);
    private VaultProcess process;

    private static VaultPolicy policy(int maxAttempts, boolean wipeAtMax) {
        Mode mode = Mode.BIOMETRIC_AND_PASSCODE;
        return new VaultPolicy(mode, Enrolment.REQUIRE_OTHER, maxAttempts, wipeAtMax, false);
    }

    /** Unlocked by the finger, which leaves the wrong passcodes counted. */
    private void unlockedAfter(int failures, VaultPolicy policy) throws Exception {
        process = new VaultProcess(world);
        process.create(Vaults.withBoth(policy, "1234", "a", "1"));
        process.core.lock();
        for (int failure = 0; failure < failures; failure++) {
            world.now.addAndGet(3_600_000);
            assertEquals("AUTHENTICATION_FAILED", Refusals.codeOf(() -> process.unlock("9999")));
        }
        process.unlockByFinger();
        assertEquals(failures, world.storedAnchor().attempts());
    }

    private void change(VaultProcess by, Integer maxAttempts, Boolean wipeAtMax) {
        by.write(null, null, new WriteOptions(new PolicyChanges(maxAttempts, wipeAtMax), null));
    }

    @ParameterizedTest
    @CsvSource({"4, 10, true, 3,", "6, 5, false,, true", "6, 5, false, 3, true"})
    void byAWrite(int failures, int max, boolean wipes, Integer newMax, Boolean newWipes)
            throws Exception {
        unlockedAfter(failures, policy(max, wipes));
        change(process, newMax, newWipes);
        assertEquals(0, world.storedAnchor().attempts());
        process.core.lock();
        process.unlock("1234");
        assertEquals(Map.of("a", "1"), process.values());
    }

    @ParameterizedTest
    @CsvSource({",", "10, true", "11,", ", false"})
    void whatIsNotStricterLeavesTheAttempts(Integer max, Boolean wipes) throws Exception {
        unlockedAfter(4, MANY);
        change(process, max, wipes);
        assertEquals(4, world.storedAnchor().attempts());
    }

    @Test
    void byARekeyThatKeepsThePasscode() throws Exception {
        unlockedAfter(4, MANY);
        VaultPolicy stricter = Vaults.POLICY.withAttempts(3, true);
        process.rekey(new RekeyRequest(stricter, Set.of(Kind.APP_PASSCODE), List.of()));
        process.core.lock();
        process.unlock("1234");
        assertEquals(0, world.storedAnchor().attempts());
    }

    @Test
    void norIsItForgottenWhereTheProcessIsKilled() throws Exception {
        for (int crashAt = 0; crashAt < 8; crashAt++) {
            unlockedAfter(4, MANY);
            VaultProcess dying = new VaultProcess(world).endsAfter(crashAt);
            try {
                dying.start();
                dying.unlockByFinger();
                change(dying, 3, null);
            } catch (RuntimeException killed) {
                assertEquals("dead", killed.getMessage());
            }
            world.now.addAndGet(3_600_000);
            VaultProcess next = new VaultProcess(world);
            next.unlock("1234");
            assertEquals(Map.of("a", "1"), next.values());
        }
    }
}
