package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.store.SlotIds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Removes slots whose key the system destroyed, and makes them anew where that needs no prompt.
 * FORMAT.md §11.4.
 */
public final class DeadSlots {
    private DeadSlots() {}

    /** The person is in either way: what can't be replaced now stays dead until the next unlock. */
    public static OpenKeys replace(CorePorts ports, Unlocked unlocked) {
        Header header = unlocked.vault().envelope().header();
        Set<Kind> keep = EnumSet.noneOf(Kind.class);
        List<SlotRequest> create = new ArrayList<>();
        for (Slot slot : header.slots()) {
            SlotHead head = slot.head();
            boolean isDead = SlotIds.has(unlocked.vault().anchor().deadSlots(), head.slotId());
            if (!isDead) keep.add(head.kind());
            else if (needsNoPrompt(ports.kems(), head.kind()))
                create.add(SlotRequest.of(head.kind()));
        }
        if (keep.size() == header.slots().size()) return unlocked.keys();
        try {
            return Rekey.run(ports, unlocked, new RekeyRequest(header.policy(), keep, create))
                    .keys();
        } catch (CoreError refusal) {
            return unlocked.keys();
        }
    }

    /** A public key wraps without asking anyone. */
    private static boolean needsNoPrompt(SlotKems kems, Kind kind) {
        SlotKem kem =
                switch (kind) {
                    case BIOMETRIC -> kems.biometric();
                    case DEVICE_CREDENTIAL -> kems.deviceCredential();
                    case APP_PASSCODE, DEVICE -> null;
                };
        return kem != null && kem.canEncapsulate();
    }
}
