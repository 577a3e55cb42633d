package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreHost;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.OpenKeys;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.state.Custody;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.state.LockState;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.state.StateEvent;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.StoredAnchor;
import dev.identityvault.capacitor.core.store.VaultStore;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * One vault of this process. Every method first judges whether a lock is due. They may be called
 * from any thread, also the main one: what takes its time is done on the vault's executor, and
 * answered there.
 */
public final class CoreVault {
    /** Shows something, and settles when the person answered it. */
    public interface Prompt<T> {
        Answer<T> show();
    }

    private final VaultStore store;
    private final Session session;

    /** One after the other, so that attempts are counted and writes don't collide. */
    private final Operations operations;

    private final Keeper keeper;
    private final Lock lock;
    private final Access access;
    private final Leases leases;
    private final Contents contents;

    /**
     * Each part is complete before the next one gets it: what is told the other way is an argument
     * of the call.
     *
     * @param executor does what takes its time, and refuses nothing
     */
    public CoreVault(CorePorts ports, Executor executor, CoreHost host, CoreSettings settings) {
        store = new VaultStore(ports, settings.scope());
        operations = new Operations(executor, ports.mutex(), settings.scope());
        session = new Session(ports, operations::next);
        Prompts prompts = new Prompts(ports, store, session, operations, host.authenticator());
        keeper = new Keeper(prompts);
        lock = new Lock(ports.clock(), host, keeper, settings.lock());
        access = new Access(store, session, lock::dispatch);
        leases = new Leases(ports.aead(), prompts, lock, access);
        contents = new Contents(prompts, lock, access, leases);
    }

    public Leases leases() {
        return leases;
    }

    public LockState state() {
        lock.begin();
        return lock.state();
    }

    /** The latest settings win. */
    public void configure(LockSettings settings) {
        lock.dispatch(new StateEvent.Configure(settings));
    }

    /**
     * What is stored, without repairing it: needs no turn, and waits for nobody, but reads storage.
     * {@code null}: definitely nothing.
     *
     * @throws CoreError as loading does
     */
    public LoadedVault peek() {
        return store.peek();
    }

    /** The values of a vault in memory, which has nothing stored; {@code null}: it is none. */
    public Map<String, byte[]> memory() {
        lock.begin();
        return session.memory();
    }

    /**
     * Shows an own prompt that does not authenticate, such as for a new passcode: how long it takes
     * is judged when it ends.
     */
    public <T> Answer<T> asking(Prompt<T> prompt) {
        return lock.asking(prompt);
    }

    /**
     * Looks at storage: what a started process does first.
     *
     * @return {@code null}: definitely nothing; rejects as loading does
     */
    public Answer<LoadedVault> start() {
        return operations.apart(access::load);
    }

    /** Somebody is there: a touch, a key, a request. */
    public void activity() {
        lock.dispatch(new StateEvent.Activity());
    }

    /** Still on the screen, but not in use. */
    public void deactivate() {
        lock.dispatch(new StateEvent.Deactivate());
    }

    /** In use again. */
    public void activate() {
        lock.dispatch(new StateEvent.Activate());
    }

    /** To the background. */
    public void pause() {
        lock.atomically(
                () -> {
                    // A clock that was set back in the foreground tells it now, and not of the stay
                    // that begins.
                    lock.begin();
                    lock.dispatch(new StateEvent.Pause());
                    return null;
                });
    }

    /** And back. */
    public void resume() {
        lock.dispatch(new StateEvent.Resume());
    }

    /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
    public void lock() {
        lock.dispatch(new StateEvent.Lock());
    }

    /**
     * In place of whatever there was, readable or not. Rejects {@code LOCKED}: a lock came
     * meanwhile, the vault is stored.
     */
    public Answer<Void> create(NewVault request) {
        return create(request, true);
    }

    /**
     * The same.
     *
     * @param replaces {@code false}: only where there is nothing, else {@code CONFLICT}
     */
    public Answer<Void> create(NewVault request, boolean replaces) {
        return operations.apart(
                () -> {
                    long epoch = lock.begin();
                    if (!replaces && access.load() != null) throw StoredAnchor.conflict();
                    Mode mode = request.policy().mode();
                    return mode == Mode.IN_MEMORY_ONLY
                            ? createInMemory(request.values(), epoch)
                            : unlockWith(
                                    store.create(request, replaces), epoch, CustodyOf.mode(mode));
                });
    }

    /**
     * Shows the prompt of the first slot that is alive; calls made meanwhile share it. Rejects as
     * the prompt ends.
     */
    public Answer<Void> unlock(UnlockOptions options) {
        long epoch = lock.begin();
        return found().then(nothing -> askFor(options, epoch))
                // The end of a prompt may erase the vault: whoever hears of it finds it erased.
                .orElse(failure -> operations.settled().then(over -> Answer.failed(failure)));
    }

    private Answer<LoadedVault> found() {
        return state().phase() == Phase.ABSENT ? start() : Answer.of(null);
    }

    /**
     * @param epoch of the call, which may have had to look at storage first
     */
    private Answer<Void> askFor(UnlockOptions options, long epoch) {
        return lock.atomically(
                () -> {
                    LockState now = state();
                    boolean isClosed =
                            now.phase() == Phase.LOCKED || now.phase() == Phase.UNLOCKING;
                    if (isClosed) lock.assertStill(epoch);
                    if (now.phase() == Phase.LOCKED) keeper.askOnlyFor(options.only());
                    return lock.unlock(options.automatic());
                });
    }

    /**
     * With what the caller has. Calls don't share it: each passcode is an attempt of its own.
     * Rejects {@code LOCKED}: a lock came meanwhile, also one that came while it waited for its
     * turn.
     *
     * @param passcode as typed, only for an appPasscode slot, else {@code null}; wiped when it was
     *     tried, or can't be
     */
    public Answer<Void> unlockWith(Kind kind, char[] passcode) {
        long epoch;
        try {
            epoch = lock.begin();
        } catch (RuntimeException | Error failure) {
            wipe(passcode);
            return Answer.failed(failure);
        }
        return operations.apart(
                () -> openWith(new UnlockRequest(kind, passcode, null), epoch),
                () -> wipe(passcode));
    }

    private static void wipe(char[] passcode) {
        if (passcode != null) Arrays.fill(passcode, '\0');
    }

    private Void openWith(UnlockRequest request, long epoch) {
        lock.begin();
        if (lock.state().phase() == Phase.UNLOCKED) return null;
        access.open(request);
        lock.dispatch(new StateEvent.Opened(epoch));
        lock.assertUnlocked();
        return null;
    }

    /** Rejects {@code LOCKED}, {@code NOT_FOUND}, as loading does. */
    public Answer<Map<String, byte[]>> values() {
        return contents.values();
    }

    /**
     * Needs no prompt. Rejects {@code LOCKED}, {@code CONFLICT}, {@code INVALID_ARGUMENT}, {@code
     * LIMIT_EXCEEDED}.
     *
     * @param changes a value that is {@code null} is removed
     */
    public Answer<Void> write(Map<String, byte[]> changes, WriteOptions options) {
        return contents.write(changes, options);
    }

    /**
     * Another mode, slot or passcode. Rejects {@code LOCKED}, {@code USER_CANCELED}, {@code
     * POLICY_NOT_MET}, {@code CONFLICT}.
     */
    public Answer<Void> rekey(RekeyRequest request) {
        return operations.apart(
                () -> {
                    long epoch = lock.assertUnlocked();
                    Opened opened = access.opened();
                    Custody custody = CustodyOf.mode(request.policy().mode());
                    return unlockWith(store.rekey(opened, request), epoch, custody);
                });
    }

    /** By {@code logout} or {@code clear}: needs no unlock. */
    public Answer<Void> erase() {
        // What is unlocked must not outlive the call, even when storage is slow.
        lock.dispatch(new StateEvent.Erased());
        return operations.apart(
                () -> {
                    store.erase();
                    return lock.atomically(this::forget);
                });
    }

    private Void forget() {
        if (lock.state().phase() != Phase.ABSENT) lock.dispatch(new StateEvent.Erased());
        return null;
    }

    private Void createInMemory(Map<String, byte[]> values, long epoch) {
        Session.assertFits(values);
        store.erase();
        return lock.atomically(
                () -> {
                    lock.assertStill(epoch);
                    session.holdMemory(values);
                    lock.dispatch(new StateEvent.Created(Custody.MEMORY));
                    return null;
                });
    }

    /** A lock that comes before this is not undone by it. */
    private Void unlockWith(OpenKeys keys, long epoch, Custody custody) {
        return lock.atomically(
                () -> {
                    session.letGo(keys);
                    lock.assertStill(epoch);
                    session.hold(keys);
                    lock.dispatch(new StateEvent.Created(custody));
                    return null;
                });
    }
}
