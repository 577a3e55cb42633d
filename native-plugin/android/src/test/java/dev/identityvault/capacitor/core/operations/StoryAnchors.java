package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.AnchorStore;

import java.util.Arrays;

/** The anchor of the one vault there is: names don't matter. */
final class StoryAnchors implements AnchorStore {
    private final StoryDevice device;

    StoryAnchors(StoryDevice device) {
        this.device = device;
    }

    @Override
    public byte[] read(String name) {
        device.run.assertAlive();
        return device.anchor;
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] next) {
        device.run.assertAlive();
        if (!Arrays.equals(device.anchor, expected)) return false;
        device.run.record(Run.effect("anchor", "hex", Bytes.hex(next)));
        device.setAnchor(next);
        return true;
    }

    @Override
    public void remove(String name) {
        if (device.anchor == null) return;
        device.run.record(Run.effect("removeAnchor"));
        device.setAnchor(null);
    }
}
