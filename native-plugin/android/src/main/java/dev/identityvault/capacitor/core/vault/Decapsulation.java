package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.slots.JudgingKey;
import dev.identityvault.capacitor.core.slots.SlotContext;
import dev.identityvault.capacitor.core.slots.SlotSecret;

/**
 * Asks the person for the secret of a slot that has a KEM: not in turn, so nothing waits for it.
 */
final class Decapsulation {
    private final Prompts parts;
    private final SlotContext slot;

    Decapsulation(Prompts parts, SlotContext slot) {
        this.parts = parts;
        this.slot = slot;
    }

    /** Rejects as the keys of the slot do. */
    Answer<byte[]> secret() {
        SlotHead head = slot.head();
        SlotKem kem = SlotSecret.kemOf(parts.ports().kems(), head.kind());
        return kem.decapsulate(new SlotKem.Input(slot.kemKey(), head.salt(), head.enc()))
                .orElse(failure -> parts.operations().inTurn(() -> judge(failure)));
    }

    /** What the key's prompt ended with may be told by looking at the slot's other key. */
    private byte[] judge(Throwable failure) {
        if (!(failure instanceof CoreError refusal)) throw new IllegalStateException(failure);
        try {
            return JudgingKey.judge(parts.ports().deviceFunction(), slot, () -> fail(refusal));
        } catch (CoreError judged) {
            if (judged.code() == CoreErrorCode.KEY_INVALIDATED)
                parts.session().deadSlot(slot.head().slotId());
            throw judged;
        }
    }

    private static byte[] fail(CoreError refusal) {
        throw refusal;
    }
}
