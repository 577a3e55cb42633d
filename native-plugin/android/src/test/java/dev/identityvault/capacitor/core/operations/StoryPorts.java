package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.core.support.RememberingKdf;
import dev.identityvault.capacitor.crypto.JcaAead;

/** Ports of a process on a device of a story. */
final class StoryPorts {
    private StoryPorts() {}

    static CorePorts of(StoryDevice device) {
        SlotKems kems = new SlotKems(new StoryKem(device, false), new StoryKem(device, true));
        return new CorePorts(
                length -> device.run.random.next(length),
                new KeepingDek(),
                new RememberingKdf(),
                new StoryDeviceFunction(device),
                new StoryAnchorMac(device),
                kems,
                new StoryBlobs(device),
                new StoryAnchors(device),
                device.isJoint ? new StoryTransactions(device) : null,
                new NobodyElse(),
                () -> device.run.now);
    }

    private static final class NobodyElse implements Mutex {
        @Override
        public <T> T apart(String name, Task<T> task) {
            return task.run();
        }
    }

    /** The data key can't be read once it is held, as on the web. */
    private static final class KeepingDek implements Aead {
        private final Aead aead = new JcaAead();

        @Override
        public byte[] digest(byte[] data) {
            return aead.digest(data);
        }

        @Override
        public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
            return aead.deriveKek(secret, salt, info);
        }

        @Override
        public Dek importDek(byte[] bytes) {
            return aead.importDek(bytes);
        }

        @Override
        public byte[] wrap(Kek kek, byte[] dek, Binding binding) {
            return aead.wrap(kek, dek, binding);
        }

        @Override
        public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
            return aead.unwrap(kek, wrapped, binding);
        }

        @Override
        public byte[] dekBytes(Dek dek) {
            return null;
        }

        @Override
        public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
            return aead.seal(dek, plaintext, salt, binding);
        }

        @Override
        public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
            return aead.open(dek, ciphertext, salt, binding);
        }
    }
}
