package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.slots.Passcode;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.store.NewVault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vaults to make. */
public final class Vaults {
    public static final VaultPolicy POLICY = policy(Mode.PASSCODE_ONLY);

    private Vaults() {}

    public static VaultPolicy policy(Mode mode) {
        return policy(mode, Enrolment.REQUIRE_OTHER);
    }

    public static VaultPolicy policy(Mode mode, Enrolment enrolment) {
        return new VaultPolicy(mode, enrolment, 5, true, false);
    }

    public static SlotRequest passcodeSlot(String passcode) {
        return SlotRequest.passcode(Passcode.normalise(passcode.toCharArray()), 100_000);
    }

    /** Names and values in turn. */
    public static Map<String, byte[]> valuesOf(String... values) {
        Map<String, byte[]> bytes = new HashMap<>();
        for (int at = 0; at < values.length; at += 2)
            bytes.put(values[at], VaultProcess.utf8(values[at + 1]));
        return bytes;
    }

    public static NewVault withPasscode(String passcode, String... values) {
        return withPasscode(POLICY, passcode, values);
    }

    public static NewVault withPasscode(VaultPolicy policy, String passcode, String... values) {
        return new NewVault(policy, List.of(passcodeSlot(passcode)), valuesOf(values));
    }

    public static NewVault withBoth(String passcode, String... values) {
        return withBoth(policy(Mode.BIOMETRIC_AND_PASSCODE), passcode, values);
    }

    public static NewVault withBoth(VaultPolicy policy, String passcode, String... values) {
        List<SlotRequest> slots = List.of(SlotRequest.of(Kind.BIOMETRIC), passcodeSlot(passcode));
        return new NewVault(policy, slots, valuesOf(values));
    }

    public static NewVault secureStorage(String... values) {
        List<SlotRequest> slots = List.of(SlotRequest.of(Kind.DEVICE));
        return new NewVault(policy(Mode.SECURE_STORAGE), slots, valuesOf(values));
    }

    public static NewVault inMemory(String... values) {
        return new NewVault(policy(Mode.IN_MEMORY_ONLY), List.of(), valuesOf(values));
    }

    /** Another passcode in place of every slot there was. */
    public static RekeyRequest otherPasscode(String passcode) {
        return new RekeyRequest(POLICY, Set.of(), List.of(passcodeSlot(passcode)));
    }
}
