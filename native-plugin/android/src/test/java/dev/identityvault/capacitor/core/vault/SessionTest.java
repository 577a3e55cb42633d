package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.LeaseBasis;
import dev.identityvault.capacitor.core.slots.OpenKeys;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.VaultStore;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What a process holds of a vault. */
final class SessionTest {
    private final World world = new World(1);
    private final VaultProcess process = new VaultProcess(world);
    private final CorePorts ports = process.ports;
    private final List<Runnable> later = new ArrayList<>();
    private final VaultStore store = new VaultStore(ports, World.SCOPE);
    private final Session session = new Session(ports, later::add);

    private LoadedVault stored(NewVault vault) {
        process.create(vault);
        return store.load();
    }

    private void open() {
        LoadedVault vault = stored(Vaults.withPasscode("1234", "a", "1"));
        session.open(session.begin(vault, UnlockRequest.passcode("1234".toCharArray())));
    }

    private Keeper keeper() {
        Operations operations = new Operations(Runnable::run, null, World.SCOPE);
        return new Keeper(new Prompts(ports, store, session, operations, process.host));
    }

    @Test
    void whatWasOpenedIsHeldOnlyWhenItWasInTime() {
        open();
        assertNull(session.held());
        keeper().keepOpened();
        assertNotNull(session.held());
    }

    @Test
    void whatWasOpenedTooLateIsLetGoAndSoIsWhatALeaseBeganWith() {
        open();
        session.leaseBasis(new LeaseBasis(List.of("a"), "of what is stored"));
        Keeper keeper = keeper();
        keeper.dropOpened();
        keeper.forgetLease();
        keeper.keepOpened();
        assertNull(session.held());
        assertNull(session.leaseBasis());
    }

    @Test
    void whatWasOpenedIsLetGoByALock() {
        open();
        Keeper keeper = keeper();
        keeper.dropKey();
        keeper.keepOpened();
        assertNull(session.held());
    }

    @Test
    void theSlotThatIsDeadIsTakenOnce() throws Exception {
        LoadedVault vault = stored(Vaults.withBoth("1234", "a", "1"));
        world.kemKeys.clear();
        UnlockRequest byFinger = UnlockRequest.of(Kind.BIOMETRIC);
        assertEquals(
                "KEY_INVALIDATED",
                Refusals.codeOf(() -> session.open(session.begin(vault, byFinger))));
        byte[] finger = vault.envelope().header().slots().get(0).head().slotId();
        assertArrayEquals(finger, session.takeDeadSlot());
        assertNull(session.takeDeadSlot());
    }

    @Test
    void secureStorageIsOpenedWhenItIsNeededAndThenStaysSo() {
        LoadedVault vault = stored(Vaults.secureStorage("a", "1"));
        OpenKeys keys = session.keysOf(vault);
        assertSame(keys, session.keysOf(vault));
        session.drop();
        assertNotSame(keys, session.keysOf(vault));
    }
}
