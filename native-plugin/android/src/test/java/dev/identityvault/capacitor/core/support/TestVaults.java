package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.EnvelopeOpener;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.Passcode;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.slots.SlotUnlock;
import dev.identityvault.capacitor.core.slots.SlotUnlocker;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.slots.Unlocked;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.VaultLoader;
import dev.identityvault.capacitor.core.store.VaultStore;
import dev.identityvault.capacitor.core.store.VaultWriter;

import java.util.List;
import java.util.Map;

/** Vaults on a {@link TestDevice}. */
public final class TestVaults {
    public static final byte[] SCOPE = TestCrypto.sha256(Bytes.ascii("a scope"));
    public static final String NAME = Bytes.hex(SCOPE);

    private TestVaults() {}

    public static VaultPolicy policy(Mode mode) {
        return new VaultPolicy(mode, Enrolment.REQUIRE_OTHER, 5, true, false);
    }

    public static SlotRequest passcode(String passcode) {
        return SlotRequest.passcode(
                Passcode.normalise(passcode.toCharArray()), FormatLimits.ITERATIONS_MIN);
    }

    /** With the session "one", unlocked. */
    public static Opened create(CorePorts ports, VaultPolicy policy, SlotRequest... slots) {
        Map<String, byte[]> values = Map.of("session", Bytes.ascii("\"one\""));
        return VaultWriter.create(ports, SCOPE, new NewVault(policy, List.of(slots), values));
    }

    public static Unlocked unlocked(CorePorts ports, Opened opened) {
        LoadedVault vault = new VaultLoader(ports, SCOPE).load();
        Opened now = new Opened(vault, opened.keys());
        return new Unlocked(vault, opened.keys(), new VaultStore(ports, SCOPE).values(now));
    }

    public static LoadedVault load(CorePorts ports) {
        return new VaultLoader(ports, SCOPE).load();
    }

    public static SlotUnlock unlock(CorePorts ports, String passcode) {
        return new SlotUnlocker(ports)
                .unlock(load(ports), UnlockRequest.passcode(passcode.toCharArray()));
    }

    public static byte[] slotIdOf(LoadedVault vault, Kind kind) {
        return EnvelopeOpener.findSlot(vault.envelope(), kind).head().slotId();
    }
}
