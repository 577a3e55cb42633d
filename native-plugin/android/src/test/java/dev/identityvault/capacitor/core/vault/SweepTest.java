package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.store.KeySweep;
import dev.identityvault.capacitor.core.store.StoredEverywhere;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** Device keys that belong to no slot. */
@Timeout(60)
final class SweepTest {
    private static final String FOREIGN = "idv1." + "ab".repeat(16) + "." + "cd".repeat(8);

    private final World world = new World(1);
    private boolean isBusy;

    private StoredEverywhere everywhere() {
        AnchorMac mac = new VaultProcess(world).ports.anchorMac();
        return new StoredEverywhere() {
            @Override
            public AnchorMac anchorMac() {
                return mac;
            }

            @Override
            public Mutex mutex() {
                return world.mutex();
            }

            @Override
            public List<String> anchorNames() {
                return new ArrayList<>(world.anchors.keySet());
            }

            @Override
            public byte[] readAnchor(String name) {
                if (isBusy) throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "locked");
                return world.anchors.get(name);
            }

            @Override
            public List<String> keyNames() {
                return new ArrayList<>(world.ring.keySet());
            }

            @Override
            public void destroyKey(String name) {
                world.ring.remove(name);
            }
        };
    }

    private String ownSlot() {
        for (String name : world.ring.keySet())
            if (name.endsWith(".prf")) return name.substring(0, name.length() - ".prf".length());
        throw new AssertionError("no key of a slot");
    }

    @Test
    void destroysKeysThatNoAnchorListsAndNoOther() {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        Set<String> kept = new TreeSet<>(world.ring.keySet());
        String own = ownSlot();
        String unlisted = own.substring(0, own.length() - 16) + "ef".repeat(8);
        for (String slot : List.of(FOREIGN, unlisted))
            for (String kind : List.of(".prf", ".kem")) world.ring.put(slot + kind, new byte[32]);
        String anchor = "idv1." + "ab".repeat(32) + ".anchor";
        for (String name : List.of("somebody's", anchor, FOREIGN + ".other", "idv1..prf")) {
            world.ring.put(name, new byte[32]);
            kept.add(name);
        }
        KeySweep.run(everywhere());
        assertEquals(kept, new TreeSet<>(world.ring.keySet()));
        new VaultProcess(world).unlock("1234");
    }

    @Test
    void destroysWhatAKilledCreationLeftBehind() {
        VaultProcess dying = new VaultProcess(world).endsAfter(3);
        try {
            dying.create(Vaults.withPasscode("1234"));
        } catch (RuntimeException killed) {
            assertEquals("dead", killed.getMessage());
        }
        assertTrue(ownSlot().startsWith("idv1."));
        KeySweep.run(everywhere());
        for (String name : world.ring.keySet()) assertFalse(name.endsWith(".prf"), name);
    }

    @Test
    void destroysNothingWhereAnAnchorCanNotBeReadNow() throws Exception {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        world.ring.put(FOREIGN + ".prf", new byte[32]);
        isBusy = true;
        assertEquals("TEMPORARILY_UNAVAILABLE", Refusals.codeOf(() -> KeySweep.run(everywhere())));
        assertTrue(world.ring.containsKey(FOREIGN + ".prf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another scope", "a changed byte", "no anchor"})
    void anAnchorThatIsNotThisVaultsVouchesForNothing(String how) {
        new VaultProcess(world).create(Vaults.withPasscode("1234", "a", "1"));
        String own = ownSlot();
        byte[] anchor = world.anchors.remove(World.NAME);
        if (how.equals("another scope")) world.anchors.put("00".repeat(32), anchor);
        if (how.equals("a changed byte")) {
            anchor[30] ^= 1;
            world.anchors.put(World.NAME, anchor);
        }
        KeySweep.run(everywhere());
        assertFalse(world.ring.containsKey(own + ".prf"));
    }

    @Test
    void waitsForWhoMakesKeysAndKeepsThem() throws Exception {
        AtomicBoolean isDone = new AtomicBoolean();
        StoredEverywhere everywhere = everywhere();
        Thread sweeping =
                new Thread(
                        () -> {
                            while (!isDone.get()) KeySweep.run(everywhere);
                        });
        sweeping.start();
        VaultProcess process = new VaultProcess(world);
        for (int round = 0; round < 50; round++) {
            process.create(Vaults.withBoth("1234", "a", "1"));
            process.rekey(Vaults.otherPasscode("5678"));
            new VaultProcess(world).unlock("5678");
            process.erase();
        }
        isDone.set(true);
        sweeping.join();
        assertEquals(0, world.ring.size());
    }
}
