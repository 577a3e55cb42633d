package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.core.support.ForwardingAead;
import dev.identityvault.capacitor.core.support.RememberingKdf;

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
    private static final class KeepingDek extends ForwardingAead {
        @Override
        public byte[] dekBytes(Dek dek) {
            return null;
        }
    }
}
