package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.FormerBlobs;

/** The envelope of the one vault there is, and the one before it: names don't matter. */
final class StoryBlobs implements BlobStore {
    private final StoryDevice device;

    StoryBlobs(StoryDevice device) {
        this.device = device;
    }

    @Override
    public byte[] read(String name) {
        device.run.assertAlive();
        return device.envelope;
    }

    @Override
    public void write(String name, byte[] bytes) {
        device.run.record(Run.effect("envelope", "hex", Bytes.hex(bytes)));
        device.envelope = bytes;
    }

    @Override
    public void remove(String name) {
        if (device.former != null) {
            device.run.record(Run.effect("removeFormer"));
            device.former = null;
        }
        if (device.envelope == null) return;
        device.run.record(Run.effect("removeEnvelope"));
        device.envelope = null;
    }

    @Override
    public FormerBlobs former() {
        return device.isJoint ? null : new Former();
    }

    private final class Former implements FormerBlobs {
        @Override
        public byte[] read(String name) {
            device.run.assertAlive();
            return device.former;
        }

        @Override
        public void keep(String name) {
            device.run.record(Run.effect("keepFormer"));
            device.former = device.envelope;
        }

        @Override
        public void restore(String name) {
            device.run.record(Run.effect("restoreFormer"));
            device.envelope = device.former;
        }
    }
}
