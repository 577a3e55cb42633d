package dev.identityvault.capacitor.core.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.support.VectorCase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What outlives a process. */
final class StoryDevice {
    /** A KEM key: what was encrypted to it, and whether it is still there. */
    static final class KemKey {
        final boolean survivesEnrolment;
        final Map<String, byte[]> secrets = new HashMap<>();
        boolean isLive = true;
        int count = 0;

        KemKey(boolean survivesEnrolment) {
            this.survivesEnrolment = survivesEnrolment;
        }
    }

    final Map<String, byte[]> keys = new HashMap<>();
    final Map<String, KemKey> kemKeys = new HashMap<>();
    final boolean isJoint;
    final String kem;
    byte[] anchor;
    byte[] envelope;
    byte[] former;

    /** The step that goes on now. */
    Run run;

    /** Anchors that were stored before, the latest last. */
    private final List<byte[]> formerAnchors = new ArrayList<>();

    StoryDevice(VectorCase story) {
        isJoint = story.text("storage").equals("joint");
        if (!isJoint) assertEquals("separate", story.text("storage"));
        kem = story.text("kem");
    }

    void setAnchor(byte[] bytes) {
        formerAnchors.add(anchor);
        anchor = bytes;
    }

    /** Somebody enrols a finger. */
    void enrol() {
        for (KemKey key : kemKeys.values()) key.isLive &= key.survivesEnrolment;
    }

    void loseKeys() {
        keys.keySet().removeIf(name -> name.endsWith(".prf"));
    }

    /** What a story begins with. */
    void store(byte[] givenAnchor, byte[] givenEnvelope, List<String> names) {
        anchor = givenAnchor;
        envelope = givenEnvelope;
        for (String name : names) keys.put(name, LabelledBytes.of("key", Bytes.ascii(name)));
    }

    void loseAnchorWrites(long count) {
        for (long left = count; left > 0; left--)
            anchor = formerAnchors.remove(formerAnchors.size() - 1);
    }
}
