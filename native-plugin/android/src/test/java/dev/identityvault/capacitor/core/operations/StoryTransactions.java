package dev.identityvault.capacitor.core.operations;

import com.google.gson.JsonObject;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.JointStore;

import java.util.Arrays;

/** Anchor and envelope of the one vault there is, in one transaction. */
final class StoryTransactions implements JointStore {
    private final StoryDevice device;

    StoryTransactions(StoryDevice device) {
        this.device = device;
    }

    @Override
    public Stored read(String name) {
        device.run.assertAlive();
        return new Stored(device.anchor, device.envelope);
    }

    @Override
    public boolean commit(String name, Commit commit) {
        device.run.assertAlive();
        if (!Arrays.equals(device.anchor, commit.expected())) return false;
        JsonObject both = Run.effect("both", "anchor", Bytes.hex(commit.anchor()));
        both.addProperty("envelope", Bytes.hex(commit.envelope()));
        device.run.record(both);
        device.setAnchor(commit.anchor());
        device.envelope = commit.envelope();
        return true;
    }
}
