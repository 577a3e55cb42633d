package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.slots.LeaseBasis;
import dev.identityvault.capacitor.core.slots.OpenKeys;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.Unlocked;
import dev.identityvault.capacitor.core.state.StateEvent;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.VaultStore;

import java.util.List;

/**
 * Lets a refresh that was begun while unlocked store its result, and nothing else. FORMAT.md §13.
 */
public final class Leases {
    private final Aead aead;
    private final VaultStore store;
    private final Session session;
    private final Operations operations;
    private final Lock lock;
    private final Access access;

    Leases(Aead aead, Prompts parts, Lock lock, Access access) {
        this.aead = aead;
        store = parts.store();
        session = parts.session();
        operations = parts.operations();
        this.lock = lock;
        this.access = access;
    }

    /** Rejects {@code LOCKED}, {@code CONFLICT}: there is a lease already. */
    public Answer<Void> begin(String id, List<String> names) {
        return operations.apart(
                () -> {
                    lock.assertUnlocked();
                    LeaseBasis basis = session.memory() == null ? basisOf(names) : null;
                    return lock.atomically(() -> grant(id, names, basis));
                });
    }

    private LeaseBasis basisOf(List<String> names) {
        Opened opened = access.opened();
        return LeaseBasis.of(aead, unlocked(opened), names);
    }

    /** A lease that is gone again must not find its basis kept. */
    private Void grant(String id, List<String> names, LeaseBasis basis) {
        lock.lease(id, new StateEvent.LeaseBegin(id, names));
        session.leaseBasis(basis);
        return null;
    }

    /**
     * Uses the lease up, within a turn of the caller: also while locked, until the deadline.
     *
     * @throws CoreError {@code LOCKED}, {@code INVALID_ARGUMENT}, {@code CONFLICT}
     */
    Opened use(String id, List<String> names) {
        LoadedVault vault = access.require();
        lock.begin();
        // Being granted, a locked vault has no more reason to hold the key.
        OpenKeys keys = session.held();
        Opened opened = keys == null ? access.opened() : new Opened(vault, keys);
        lock.lease(id, new StateEvent.LeaseWrite(id, names, isUnchanged(opened)));
        return opened;
    }

    /** The refresh failed: nothing will be written. */
    public void end(String id) {
        lock.dispatch(new StateEvent.LeaseEnd(id));
    }

    private Unlocked unlocked(Opened opened) {
        return new Unlocked(opened.vault(), opened.keys(), store.values(opened));
    }

    /** What was re-keyed elsewhere can't even be opened. */
    private boolean isUnchanged(Opened opened) {
        LeaseBasis basis = session.leaseBasis();
        String slots = OpenKeys.slotsAsStored(opened.vault().envelope());
        if (basis == null || !opened.keys().slots().equals(slots)) return false;
        return basis.isUnchanged(aead, unlocked(opened));
    }
}
