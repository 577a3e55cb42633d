package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Payload;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.store.VaultStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is in a vault. */
final class Contents {
    private final VaultStore store;
    private final Session session;
    private final Operations operations;
    private final Lock lock;
    private final Access access;
    private final Leases leases;

    Contents(Prompts parts, Lock lock, Access access, Leases leases) {
        store = parts.store();
        session = parts.session();
        operations = parts.operations();
        this.lock = lock;
        this.access = access;
        this.leases = leases;
    }

    /** See {@link CoreVault#values}. */
    Answer<Map<String, byte[]>> values() {
        return operations.apart(
                () -> {
                    long epoch = lock.assertUnlocked();
                    Map<String, byte[]> memory = session.memory();
                    Map<String, byte[]> values =
                            memory == null ? store.values(access.opened()) : memory;
                    lock.assertStill(epoch);
                    return values;
                });
    }

    /** See {@link CoreVault#write}. */
    Answer<Void> write(Map<String, byte[]> changes, WriteOptions options) {
        return operations.apart(
                () -> {
                    if (options.lease() == null) lock.assertUnlocked();
                    for (String name : changes.keySet()) Payload.encodeKey(name);
                    if (options.lease() == null && writesMemory(changes)) return null;
                    Opened opened = openedFor(changes, options);
                    store.write(opened, changes, options.policy());
                    return null;
                });
    }

    private Opened openedFor(Map<String, byte[]> changes, WriteOptions options) {
        List<String> names = new ArrayList<>(changes.keySet());
        return options.lease() == null ? access.opened() : leases.use(options.lease(), names);
    }

    /** {@code false}: it is none in memory. A lock that comes between must not find it anew. */
    private boolean writesMemory(Map<String, byte[]> changes) {
        return lock.atomically(
                () -> {
                    lock.assertUnlocked();
                    return session.changeMemory(changes);
                });
    }
}
