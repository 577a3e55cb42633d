package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.DeviceFunction;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.TestVaults;
import dev.identityvault.capacitor.crypto.JcaAead;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is secret and readable is overwritten when it was used: each array that a port saw. */
final class WipingTest {
    private final TestDevice device = new TestDevice(3);

    /** By what they are; the latest of each. */
    private final Map<String, byte[]> seen = new LinkedHashMap<>();

    private final CorePorts ports = watched(device.ports());

    /** What can't be used. */
    private String failing = "";

    @Test
    void nothingIsLeftOfACreation() {
        create();
        assertWiped(
                "data key imported", "input of the key", "data key wrapped", "F", "payload sealed");
    }

    @Test
    void nothingIsLeftOfAnUnlock() {
        create();
        seen.clear();
        TestVaults.unlock(ports, "1234");
        assertWiped("F", "input of the key", "payload opened");
    }

    @Test
    void nothingIsLeftOfARekey() {
        Unlocked unlocked = TestVaults.unlocked(ports, create());
        seen.clear();
        rekey(unlocked);
        assertWiped(
                "F", "input of the key", "data key imported", "data key wrapped", "payload sealed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"input of the key", "data key imported", "data key wrapped"})
    void nothingIsLeftOfACreationThatFails(String name) throws Exception {
        failing = name;
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(this::create));
        assertTrue(seen.containsKey(name));
        assertWiped(seen.keySet().toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"input of the key", "data key imported", "data key wrapped"})
    void nothingIsLeftOfARekeyThatFails(String name) throws Exception {
        Unlocked unlocked = TestVaults.unlocked(ports, create());
        seen.clear();
        failing = name;
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(() -> rekey(unlocked)));
        assertTrue(seen.containsKey(name));
        assertWiped(seen.keySet().toArray(new String[0]));
    }

    /** Here the data key stays, and is read. */
    @Test
    void nothingIsLeftOfARekeyThatAddsASlotAndFails() throws Exception {
        Unlocked unlocked = TestVaults.unlocked(ports, create());
        seen.clear();
        OpenKeys none = new OpenKeys(unlocked.keys().dek(), Map.of(), unlocked.keys().slots());
        RekeyRequest request =
                new RekeyRequest(
                        TestVaults.policy(Mode.BIOMETRIC_AND_PASSCODE),
                        EnumSet.of(Kind.APP_PASSCODE),
                        List.of(SlotRequest.of(Kind.BIOMETRIC)));
        failing = "data key wrapped";
        assertEquals(
                "TEMPORARILY_UNAVAILABLE",
                Refusals.codeOf(
                        () ->
                                Rekey.run(
                                        ports,
                                        new Unlocked(unlocked.vault(), none, unlocked.values()),
                                        request)));
        assertWiped("F", "input of the key", "data key read", "data key wrapped");
    }

    private void rekey(Unlocked unlocked) {
        RekeyRequest request =
                new RekeyRequest(
                        TestVaults.policy(Mode.BIOMETRIC_AND_PASSCODE),
                        EnumSet.of(Kind.BIOMETRIC),
                        List.of(TestVaults.passcode("5678")));
        Rekey.run(ports, unlocked, request);
    }

    private Opened create() {
        return TestVaults.create(
                ports,
                TestVaults.policy(Mode.BIOMETRIC_AND_PASSCODE),
                SlotRequest.of(Kind.BIOMETRIC),
                TestVaults.passcode("1234"));
    }

    private void assertWiped(String... names) {
        assertEquals(Set.of(names), seen.keySet());
        seen.forEach((name, bytes) -> assertTrue(Bytes.isZero(bytes), name));
    }

    private void use(String name, byte[] bytes) {
        seen.put(name, bytes);
        if (name.equals(failing))
            throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "as scripted");
    }

    private CorePorts watched(CorePorts ports) {
        return new CorePorts(
                ports.random(),
                new WatchedAead(),
                ports.kdf(),
                new WatchedFunction(ports.deviceFunction()),
                ports.anchorMac(),
                ports.kems(),
                ports.blobs(),
                ports.anchors(),
                ports.joint(),
                ports.mutex(),
                ports.clock());
    }

    private final class WatchedAead extends NoAead {
        private final JcaAead aead = new JcaAead();

        @Override
        public byte[] digest(byte[] data) {
            return aead.digest(data);
        }

        @Override
        public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
            use("input of the key", secret);
            return aead.deriveKek(secret, salt, info);
        }

        @Override
        public Dek importDek(byte[] bytes) {
            use("data key imported", bytes);
            return aead.importDek(bytes);
        }

        @Override
        public byte[] wrap(Kek kek, byte[] dek, Binding binding) {
            use("data key wrapped", dek);
            return aead.wrap(kek, dek, binding);
        }

        @Override
        public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
            return aead.unwrap(kek, wrapped, binding);
        }

        @Override
        public byte[] dekBytes(Dek dek) {
            byte[] bytes = aead.dekBytes(dek);
            seen.put("data key read", bytes);
            return bytes;
        }

        @Override
        public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
            seen.put("payload sealed", plaintext);
            return aead.seal(dek, plaintext, salt, binding);
        }

        @Override
        public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
            byte[] plaintext = aead.open(dek, ciphertext, salt, binding);
            seen.put("payload opened", plaintext);
            return plaintext;
        }
    }

    private final class WatchedFunction implements DeviceFunction {
        private final DeviceFunction function;

        WatchedFunction(DeviceFunction function) {
            this.function = function;
        }

        @Override
        public Prf prf() {
            return function.prf();
        }

        @Override
        public byte[] evaluate(String name, byte[] input, Prf prf) {
            byte[] result = function.evaluate(name, input, prf);
            seen.put("F", result);
            return result;
        }

        @Override
        public void create(String name) {
            function.create(name);
        }

        @Override
        public boolean exists(String name) {
            return function.exists(name);
        }

        @Override
        public void destroy(String name) {
            function.destroy(name);
        }
    }
}
