package dev.identityvault.capacitor.core.codec;

import java.util.Collections;
import java.util.List;

/** An anchor to be written. One that nobody changed names no envelope, and no keys. */
public final class AnchorDraft {
    private final byte[] vaultId;
    private final byte[] scope;
    EnvelopeRef cur;
    EnvelopeRef next;
    boolean nextResets;
    boolean erasing;
    boolean pending;
    int attempts;
    long delayStart;
    List<byte[]> keySlots = Collections.emptyList();
    List<byte[]> deadSlots = Collections.emptyList();

    public AnchorDraft(byte[] vaultId, byte[] scope) {
        this.vaultId = vaultId;
        this.scope = scope;
    }

    public Anchor anchor() {
        return new Anchor(
                vaultId,
                scope,
                cur,
                next,
                nextResets,
                erasing,
                pending,
                attempts,
                delayStart,
                keySlots,
                deadSlots);
    }

    /** An envelope is the current one, and none is about to take its place. */
    public AnchorDraft settle(EnvelopeRef accepted) {
        cur = accepted;
        next = null;
        nextResets = false;
        return this;
    }

    /** An envelope is about to take the place of the current one. */
    public AnchorDraft announce(EnvelopeRef envelope, boolean resetsAttempts) {
        next = envelope;
        nextResets = resetsAttempts;
        return this;
    }

    public AnchorDraft erasing(boolean erasing) {
        this.erasing = erasing;
        return this;
    }

    public AnchorDraft attempts(int attempts, boolean pending) {
        this.attempts = attempts;
        this.pending = pending;
        return this;
    }

    public AnchorDraft delayStart(long delayStart) {
        this.delayStart = delayStart;
        return this;
    }

    /** Nothing failed so far. */
    public AnchorDraft forgetAttempts() {
        return attempts(0, false).delayStart(0);
    }

    public AnchorDraft keySlots(List<byte[]> keySlots) {
        this.keySlots = keySlots;
        return this;
    }

    public AnchorDraft deadSlots(List<byte[]> deadSlots) {
        this.deadSlots = deadSlots;
        return this;
    }
}
