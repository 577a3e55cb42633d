package dev.identityvault.capacitor.core.codec;

import java.util.List;

/**
 * The record beside the envelope. FORMAT.md §8.
 *
 * @param cur {@code null}: there is no envelope yet
 * @param next an envelope about to take the place of {@code cur}, or {@code null}
 * @param nextResets with {@code next} the attempts start anew: its passcode is another one
 * @param erasing erasing has begun: the vault is gone
 * @param pending an attempt was begun and not judged
 * @param attempts failed attempts, the pending one included
 * @param delayStart monotonic clock, milliseconds
 * @param keySlots slot ids, ascending, for which device keys may exist
 * @param deadSlots slot ids, ascending, whose device key the system destroyed
 */
public record Anchor(
        byte[] vaultId,
        byte[] scope,
        EnvelopeRef cur,
        EnvelopeRef next,
        boolean nextResets,
        boolean erasing,
        boolean pending,
        int attempts,
        long delayStart,
        List<byte[]> keySlots,
        List<byte[]> deadSlots) {

    /** To write it with changes. */
    public AnchorDraft change() {
        AnchorDraft draft = new AnchorDraft(vaultId, scope);
        draft.cur = cur;
        draft.next = next;
        draft.nextResets = nextResets;
        draft.erasing = erasing;
        draft.pending = pending;
        draft.attempts = attempts;
        draft.delayStart = delayStart;
        draft.keySlots = keySlots;
        draft.deadSlots = deadSlots;
        return draft;
    }
}
