package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.ports.SlotKem;

import java.util.ArrayList;
import java.util.List;

/** Finds out how slots that stay can be wrapped again. FORMAT.md §12. */
final class SlotRewrapper {
    private final CorePorts ports;
    private final byte[] vaultId;
    private final OpenKeys keys;

    SlotRewrapper(CorePorts ports, byte[] vaultId, OpenKeys keys) {
        this.ports = ports;
        this.vaultId = vaultId;
        this.keys = keys;
    }

    /**
     * From the last one to the first: a slot that may have to ask comes last, so that nobody is
     * asked in vain.
     *
     * @return {@code null}: at least one can't be wrapped without the person, so the data key has
     *     to stay
     * @throws CoreError {@code USER_CANCELED}: a WebAuthn slot was asked
     */
    List<Rewrap> rewrapsOf(List<Slot> slots) {
        List<Rewrap> rewraps = new ArrayList<>();
        for (int at = slots.size() - 1; at >= 0; at--) {
            Rewrap rewrap = rewrapOf(slots.get(at).head());
            if (rewrap == null) return null;
            rewraps.add(rewrap);
        }
        return rewraps;
    }

    private Rewrap rewrapOf(SlotHead head) {
        Kek held = keys.kekOf(head);
        return switch (head.kind()) {
            case APP_PASSCODE -> held == null ? null : new Rewrap(head, held);
            case DEVICE -> new Rewrap(head, kekOf(head, new byte[32]));
            case BIOMETRIC, DEVICE_CREDENTIAL -> rewrapOfKem(head, held);
        };
    }

    private Rewrap rewrapOfKem(SlotHead head, Kek held) {
        SlotKem kem = SlotSecret.kemOf(ports.kems(), head.kind());
        if (kem.canEncapsulate()) {
            String name = StorageNames.kemKey(vaultId, head.slotId());
            SlotKem.Encapsulated fresh = kem.encapsulate(name);
            SlotHead rewrapped = head.withEnc(fresh.enc());
            return new Rewrap(rewrapped, kekOf(rewrapped, fresh.secret()));
        }
        if (held != null) return new Rewrap(head, held);
        if (head.kem() != Kem.WEB_AUTHN_PRF) return null;
        SlotContext context = new SlotContext(vaultId, head);
        return new Rewrap(head, kekOf(head, SlotSecret.of(ports, context, Credential.NONE)));
    }

    private Kek kekOf(SlotHead head, byte[] secret) {
        return SlotKey.derive(ports, new SlotContext(vaultId, head), secret);
    }
}
