package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.EnvelopeEncoder;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Kek;

/** The key that wraps the data key for a slot. FORMAT.md §6.3. */
public final class SlotKey {
    private SlotKey() {}

    /**
     * Additional data of a wrapped data key: another vault's slot, or a changed one, does not open.
     */
    public static byte[] aad(VaultBinding binding, SlotHead head) {
        byte[] slotHead = EnvelopeEncoder.encodeSlotHead(head);
        return Bytes.concat(Bytes.ascii("idv1/slot"), binding.vaultId(), binding.scope(), slotHead);
    }

    /**
     * From the slot's secret and the device function of it.
     *
     * @param secret wiped, whatever comes of it
     * @throws CoreError {@code CORRUPT}: the secret is not 32 bytes long; whatever the device
     *     function throws
     */
    public static Kek derive(CorePorts ports, SlotContext slot, byte[] secret) {
        try {
            if (secret.length != 32)
                throw CoreError.corrupt("the secret of a slot is not 32 bytes long");
            SlotHead head = slot.head();
            byte[] ofDevice = ports.deviceFunction().evaluate(slot.prfKey(), secret, head.prf());
            byte[] both = Bytes.concat(secret, ofDevice);
            Bytes.erase(ofDevice);
            return derive(ports, slot, head, both);
        } finally {
            Bytes.erase(secret);
        }
    }

    private static Kek derive(CorePorts ports, SlotContext slot, SlotHead head, byte[] both) {
        try {
            byte[] salt = Bytes.concat(slot.vaultId(), head.slotId());
            byte[] info =
                    Bytes.concat(Bytes.ascii("idv1/kek"), EnvelopeEncoder.encodeSlotHead(head));
            return ports.aead().deriveKek(both, salt, info);
        } finally {
            Bytes.erase(both);
        }
    }
}
