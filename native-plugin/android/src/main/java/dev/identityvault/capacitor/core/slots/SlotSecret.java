package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.ports.SlotKems;

/** S of FORMAT.md §6.1. */
public final class SlotSecret {
    private SlotSecret() {}

    /**
     * @return the caller's, who wipes it
     * @throws CoreError what the KEM rejects with, {@code POLICY_NOT_MET} where there is none
     */
    public static byte[] of(CorePorts ports, SlotContext slot, Credential credential) {
        SlotHead head = slot.head();
        return switch (head.kind()) {
            case DEVICE -> new byte[32];
            case APP_PASSCODE -> derived(ports, head, credential);
            case BIOMETRIC, DEVICE_CREDENTIAL -> decapsulated(ports, slot, credential);
        };
    }

    /**
     * @throws CoreError {@code POLICY_NOT_MET}: this device has no such keys
     */
    public static SlotKem kemOf(SlotKems kems, Kind kind) {
        SlotKem kem = kind == Kind.BIOMETRIC ? kems.biometric() : kems.deviceCredential();
        if (kem == null)
            throw new CoreError(
                    CoreErrorCode.POLICY_NOT_MET, "no keys of this kind on this device");
        return kem;
    }

    private static byte[] derived(CorePorts ports, SlotHead head, Credential credential) {
        if (credential.passcode() == null) {
            throw new CoreError(CoreErrorCode.INVALID_ARGUMENT, "a passcode slot needs a passcode");
        }
        return ports.kdf().derive(credential.passcode(), head.salt(), head.iterations());
    }

    private static byte[] decapsulated(CorePorts ports, SlotContext slot, Credential credential) {
        if (credential.secret() != null) return credential.secret().clone();
        SlotHead head = slot.head();
        SlotKem.Input input = new SlotKem.Input(slot.kemKey(), head.salt(), head.enc());
        return kemOf(ports.kems(), head.kind()).decapsulate(input).await();
    }
}
