package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.VaultLoader;
import dev.identityvault.capacitor.core.store.VaultWriter;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;

final class AttemptVectorsTest {
    private static final byte[] SCOPE = new byte[32];

    @TestFactory
    List<DynamicTest> attempts() {
        return VectorFile.named("attempts.json").tests(AttemptVectorsTest::check);
    }

    private static void check(VectorCase each) {
        TestDevice device = new TestDevice(1);
        CorePorts ports = device.ports();
        LoadedVault vault = vaultOf(ports, each);
        long delayStart = each.number("delayStart");
        int attempts = (int) each.number("attempts");
        LoadedVault counted =
                vault.write(
                        ports,
                        vault.anchor().change().attempts(attempts, false).delayStart(delayStart));
        device.now = each.number("now");

        VectorCase expected = each.object("expect");
        if (expected.has("attempts")) {
            Anchor spent = Attempts.spend(ports, counted).anchor();
            assertEquals(expected.number("attempts"), spent.attempts());
            assertTrue(spent.pending());
            assertEquals(delayStart, spent.delayStart());
            return;
        }
        CoreError refusal = Refusals.refusalOf(() -> Attempts.spend(ports, counted));
        assertEquals(expected.text("error"), refusal.code().name());
        LoadedVault after = new VaultLoader(ports, SCOPE).load();
        if (refusal.code() == CoreErrorCode.TOO_MANY_ATTEMPTS) {
            assertNull(after);
            return;
        }
        assertEquals(expected.number("wait"), refusal.retryAfter());
        assertEquals(expected.number("delayStart"), after.anchor().delayStart());
        assertEquals(attempts, after.anchor().attempts());
        assertFalse(after.anchor().pending());
    }

    private static LoadedVault vaultOf(CorePorts ports, VectorCase each) {
        int maxAttempts = (int) each.number("maxAttempts");
        VaultPolicy policy =
                new VaultPolicy(
                        Mode.PASSCODE_ONLY,
                        Enrolment.REQUIRE_OTHER,
                        maxAttempts,
                        each.flag("wipeAtMax"),
                        false);
        SlotRequest slot = SlotRequest.passcode(new byte[8], FormatLimits.ITERATIONS_MIN);
        NewVault request = new NewVault(policy, List.of(slot), Map.of());
        return VaultWriter.create(ports, SCOPE, request).vault();
    }
}
