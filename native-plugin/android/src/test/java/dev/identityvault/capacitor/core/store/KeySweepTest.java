package dev.identityvault.capacitor.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.core.slots.StorageNames;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.TestVaults;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class KeySweepTest {
    private static final byte[] FOREIGN = new byte[16];

    private final TestDevice device = new TestDevice(4);
    private final CorePorts ports = device.ports();
    private final List<String> locks = new ArrayList<>();

    private final StoredEverywhere stored =
            new StoredEverywhere() {
                @Override
                public AnchorMac anchorMac() {
                    return ports.anchorMac();
                }

                @Override
                public Mutex mutex() {
                    return new Mutex() {
                        @Override
                        public <T> T apart(String name, Task<T> task) {
                            locks.add(name);
                            return task.run();
                        }
                    };
                }

                @Override
                public List<String> anchorNames() {
                    return new ArrayList<>(device.anchors.keySet());
                }

                @Override
                public byte[] readAnchor(String name) {
                    if (refusesReading)
                        throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "not now");
                    return device.anchors.get(name);
                }

                @Override
                public List<String> keyNames() {
                    return new ArrayList<>(device.keys.keySet());
                }

                @Override
                public void destroyKey(String name) {
                    device.keys.remove(name);
                }
            };

    private boolean refusesReading = false;

    private Set<String> createVault() {
        TestVaults.create(
                ports, TestVaults.policy(Mode.PASSCODE_ONLY), TestVaults.passcode("1234"));
        return new HashSet<>(device.keys.keySet());
    }

    private void leave(byte[] vaultId) {
        device.keys.put(StorageNames.prfKey(vaultId, new byte[8]), new byte[32]);
        device.keys.put(StorageNames.kemKey(vaultId, new byte[8]), new byte[32]);
    }

    @Test
    void destroysWhatNoAnchorVouchesForAndNothingElse() {
        Set<String> used = createVault();
        device.keys.put("idv1.something.else", new byte[0]);
        used.add("idv1.something.else");
        leave(FOREIGN);
        leave(TestVaults.load(ports).anchor().vaultId());
        KeySweep.run(stored);
        assertEquals(used, device.keys.keySet());
        assertEquals(List.of("idv1", "idv1." + TestVaults.NAME), locks);
    }

    @Test
    void anAnchorThatCanNotBeReadNowStopsIt() throws Exception {
        createVault();
        leave(FOREIGN);
        int before = device.keys.size();
        refusesReading = true;
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(() -> KeySweep.run(stored)));
        assertEquals(before, device.keys.size());
    }

    @Test
    void anAnchorThatWasChangedVouchesForNothing() {
        createVault();
        device.anchors.get(TestVaults.NAME)[130] ^= 1;
        KeySweep.run(stored);
        assertEquals(Set.of(StorageNames.anchorKey(TestVaults.SCOPE)), device.keys.keySet());
        assertEquals(List.of("idv1"), locks);
    }

    @Test
    void anotherVaultsAnchorVouchesForNothing() {
        createVault();
        device.anchors.put("00", device.anchors.remove(TestVaults.NAME));
        KeySweep.run(stored);
        assertEquals(Set.of(StorageNames.anchorKey(TestVaults.SCOPE)), device.keys.keySet());
    }
}
