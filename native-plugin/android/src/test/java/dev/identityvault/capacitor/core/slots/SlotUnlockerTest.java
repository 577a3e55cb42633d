package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Kdf;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.VaultStore;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.TestVaults;
import dev.identityvault.capacitor.crypto.JcaAead;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class SlotUnlockerTest {
    private final TestDevice device = new TestDevice(1);
    private final CorePorts ports = device.ports();

    private void createBoth() {
        VaultPolicy policy = TestVaults.policy(Mode.BIOMETRIC_AND_PASSCODE);
        TestVaults.create(
                ports, policy, SlotRequest.of(Kind.BIOMETRIC), TestVaults.passcode("1234"));
    }

    @Test
    void aRightPasscodeForgetsWrongOnes() throws Exception {
        createBoth();
        assertEquals(
                "AUTHENTICATION_FAILED", Refusals.codeOf(() -> TestVaults.unlock(ports, "4321")));
        assertEquals(1, TestVaults.load(ports).anchor().attempts());
        assertArrayEquals(
                Bytes.ascii("\"one\""), TestVaults.unlock(ports, "1234").values().get("session"));
        assertEquals(0, TestVaults.load(ports).anchor().attempts());
    }

    @Test
    void whatGivesNoAnswerCostsNothing() throws Exception {
        createBoth();
        TestVaults.load(ports);
        for (CoreErrorCode code :
                List.of(
                        CoreErrorCode.TEMPORARILY_UNAVAILABLE,
                        CoreErrorCode.KEY_MISSING,
                        CoreErrorCode.DEVICE_FUNCTION_FAILED)) {
            CorePorts failing = withKdf((passcode, salt, iterations) -> refuse(code));
            assertEquals(code.name(), Refusals.codeOf(() -> TestVaults.unlock(failing, "1234")));
            Anchor anchor = TestVaults.load(ports).anchor();
            assertEquals(0, anchor.attempts());
            assertFalse(anchor.pending());
        }
    }

    @Test
    void whatIsUnforeseenStaysCounted() throws Exception {
        createBoth();
        CorePorts failing = withKdf((passcode, salt, iterations) -> refuse(CoreErrorCode.CORRUPT));
        assertEquals("CORRUPT", Refusals.codeOf(() -> TestVaults.unlock(failing, "1234")));
        assertEquals(1, TestVaults.load(ports).anchor().attempts());
    }

    @Test
    void aSecretThatIsNot32BytesIsDamage() throws Exception {
        createBoth();
        CorePorts longer = withKdf((passcode, salt, iterations) -> new byte[33]);
        assertEquals("CORRUPT", Refusals.codeOf(() -> TestVaults.unlock(longer, "1234")));
    }

    @Test
    void aMissingKeyOfTheDeviceFunctionCostsNothing() throws Exception {
        createBoth();
        device.keys.keySet().removeIf(name -> name.endsWith(".prf"));
        assertEquals("KEY_MISSING", Refusals.codeOf(() -> TestVaults.unlock(ports, "1234")));
        assertEquals(0, TestVaults.load(ports).anchor().attempts());
    }

    @Test
    void withoutAMutexThereAreNoPasscodeSlots() throws Exception {
        createBoth();
        CorePorts alone = withoutMutex();
        assertEquals("POLICY_NOT_MET", Refusals.codeOf(() -> TestVaults.unlock(alone, "1234")));
        assertEquals(
                "POLICY_NOT_MET",
                Refusals.codeOf(
                        () ->
                                TestVaults.create(
                                        alone,
                                        TestVaults.policy(Mode.PASSCODE_ONLY),
                                        TestVaults.passcode("1234"))));
    }

    @Test
    void aDestroyedKemKeyIsInvalidatedOnlyWhileTheOtherKeyIsThere() throws Exception {
        createBoth();
        device.biometric.destroyAll();
        UnlockRequest request = UnlockRequest.of(Kind.BIOMETRIC);
        SlotUnlocker unlocker = new SlotUnlocker(ports);
        LoadedVault vault = TestVaults.load(ports);
        assertEquals("KEY_INVALIDATED", Refusals.codeOf(() -> unlocker.unlock(vault, request)));
        device.keys.keySet().removeIf(name -> name.endsWith(".prf"));
        assertEquals("KEY_MISSING", Refusals.codeOf(() -> unlocker.unlock(vault, request)));
    }

    @Test
    void aDeadSlotIsNotTried() throws Exception {
        createBoth();
        LoadedVault vault = TestVaults.load(ports);
        new VaultStore(ports, TestVaults.SCOPE)
                .markSlotDead(vault, TestVaults.slotIdOf(vault, Kind.BIOMETRIC));
        LoadedVault dead = TestVaults.load(ports);
        assertEquals(
                "KEY_INVALIDATED",
                Refusals.codeOf(
                        () ->
                                new SlotUnlocker(ports)
                                        .begin(dead, UnlockRequest.of(Kind.BIOMETRIC))));
    }

    @Test
    void theAskedSecretCountsOnlyForTheSlotAsItWas() throws Exception {
        createBoth();
        LoadedVault vault = TestVaults.load(ports);
        SlotHead head = EnvelopeOpener.findSlot(vault.envelope(), Kind.BIOMETRIC).head();
        SlotContext slot = new SlotContext(vault.anchor().vaultId(), head);
        byte[] secret = SlotSecret.of(ports, slot, Credential.NONE);
        SlotUnlocker unlocker = new SlotUnlocker(ports);
        UnlockRequest asked = UnlockRequest.secret(new AskedSecret(head, secret));
        assertEquals(1, unlocker.unlock(vault, asked).values().size());
        UnlockRequest other =
                UnlockRequest.secret(new AskedSecret(head.withEnc(new byte[256]), secret));
        assertEquals("CONFLICT", Refusals.codeOf(() -> unlocker.unlock(vault, other)));
        assertFalse(Bytes.isZero(secret));
    }

    @Test
    void aPasscodeSlotNeedsAPasscode() throws Exception {
        createBoth();
        LoadedVault vault = TestVaults.load(ports);
        Slot slot = EnvelopeOpener.findSlot(vault.envelope(), Kind.APP_PASSCODE);
        assertEquals(
                "INVALID_ARGUMENT",
                Refusals.codeOf(
                        () ->
                                EnvelopeOpener.openSlot(
                                        ports, vault.envelope(), slot, Credential.NONE)));
        UnlockRequest nothing = UnlockRequest.of(Kind.APP_PASSCODE);
        assertEquals(
                "INVALID_PASSCODE",
                Refusals.codeOf(() -> new SlotUnlocker(ports).begin(vault, nothing)));
    }

    @Test
    void wipesThePasscodeAndTheSecretThatItDerived() {
        createBoth();
        List<byte[]> seen = new ArrayList<>();
        CorePorts watching =
                withKdf(
                        (passcode, salt, iterations) -> {
                            byte[] secret = ports.kdf().derive(passcode, salt, iterations);
                            seen.add(passcode);
                            seen.add(secret);
                            return secret;
                        });
        TestVaults.unlock(watching, "1234");
        assertEquals(2, seen.size());
        for (byte[] each : seen) assertTrue(Bytes.isZero(each));
    }

    @Test
    void wipesThePasscodeOfAnAttemptThatIsRefused() throws Exception {
        createBoth();
        LoadedVault vault = TestVaults.load(ports);
        Slot slot = EnvelopeOpener.findSlot(vault.envelope(), Kind.APP_PASSCODE);
        byte[] passcode = Bytes.ascii("1234");
        device.keys.keySet().removeIf(name -> name.endsWith(".prf"));
        assertEquals(
                "KEY_MISSING",
                Refusals.codeOf(() -> new SlotUnlocker(ports).spend(vault, slot, passcode)));
        assertTrue(Bytes.isZero(passcode));
    }

    @Test
    void theLastWrongPasscodeErases() throws Exception {
        createBoth();
        for (int left = 4; left > 0; left--) {
            device.now += 3_600_000;
            assertEquals(
                    "AUTHENTICATION_FAILED",
                    Refusals.codeOf(() -> TestVaults.unlock(ports, "4321")));
        }
        device.now += 3_600_000;
        assertEquals("TOO_MANY_ATTEMPTS", Refusals.codeOf(() -> TestVaults.unlock(ports, "4321")));
        assertTrue(device.anchors.isEmpty() && device.blobs.isEmpty() && device.keys.isEmpty());
    }

    private CorePorts withKdf(Kdf kdf) {
        return device.ports(
                new SlotKems(device.biometric, device.deviceCredential), new JcaAead(), kdf);
    }

    private CorePorts withoutMutex() {
        return new CorePorts(
                ports.random(),
                ports.aead(),
                ports.kdf(),
                ports.deviceFunction(),
                ports.anchorMac(),
                ports.kems(),
                ports.blobs(),
                ports.anchors(),
                null,
                null,
                ports.clock());
    }

    private static byte[] refuse(CoreErrorCode code) {
        throw new CoreError(code, "refused");
    }
}
