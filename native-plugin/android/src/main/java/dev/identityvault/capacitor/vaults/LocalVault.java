package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.vault.CoreSettings;
import dev.identityvault.capacitor.core.vault.CoreVault;
import dev.identityvault.capacitor.core.vault.UnlockOptions;
import dev.identityvault.capacitor.core.vault.WriteOptions;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One vault of this process: the core, told in words of modes and passcodes. Fails with {@code
 * CoreError} and {@code VaultRefusal}. What looks at storage takes milliseconds, so it is not for
 * the main thread.
 */
public final class LocalVault {
    /** Where it is. */
    record Place(Platform platform, DeviceScreen screen, byte[] scope) {}

    /** Milliseconds that a sign-in in the browser may take without counting as an absence. */
    private static final long SIGN_IN = 10 * 60 * 1000L;

    private final Place place;
    private final CoreVault core;
    private final LocalEvents events;
    private final KeyMaker keys;
    private final PromptContext prompts = new PromptContext();

    /** Counts them, so that each has another id. */
    private final AtomicLong leases = new AtomicLong();

    /** What is decided by what is stored, and then stored. */
    private final Turns turns = new Turns();

    private volatile Settings settings;

    /** Chosen for the next new vault while nothing is stored; {@code null}: none was. */
    private volatile Mode chosenMode;

    private volatile boolean isSigningIn;

    private volatile Tristate passcodeSeen = Tristate.UNKNOWN;

    LocalVault(Place place, Settings settings, VaultListener listener) {
        this.place = place;
        this.settings = settings;
        Platform platform = place.platform();
        CorePorts ports = platform.ports(prompts);
        LocalAuthenticator authenticator =
                new LocalAuthenticator(platform.prompt(), ports.clock(), this::peek);
        events =
                new LocalEvents(
                        new LocalEvents.Parts(
                                listener,
                                place.screen().newShare(),
                                platform.timer(),
                                authenticator,
                                prompts));
        CoreSettings core = new CoreSettings(place.scope(), lockSettings());
        this.core = new CoreVault(ports, platform.executor(), events, core);
        keys = new KeyMaker(platform, this.core);
        follow(settings);
    }

    /** Complete: from now on it is told of what happens. */
    LocalVault listening() {
        place.screen().onHide(() -> configure(settings));
        place.platform()
                .lifecycle()
                .add(
                        new Lifecycle.Listener() {
                            @Override
                            public void onDeactivate() {
                                core.deactivate();
                            }

                            @Override
                            public void onActivate() {
                                core.activate();
                            }

                            @Override
                            public void onPause() {
                                core.pause();
                            }

                            @Override
                            public void onResume() {
                                core.resume();
                            }
                        });
        return this;
    }

    private LoadedVault peek() {
        return core.peek();
    }

    /** Other settings. A stored vault takes those that it keeps with its next write. */
    public void configure(Settings newSettings) {
        settings = newSettings;
        core.configure(lockSettings());
        follow(newSettings);
    }

    private void follow(Settings newSettings) {
        prompts.texts(newSettings.texts());
        place.screen().keepFromRecents(this, newSettings.hideScreen());
    }

    private LockSettings lockSettings() {
        boolean hides = settings.hideScreen() || place.screen().hides();
        Settings.Timeouts timeouts = settings.timeouts();
        return new LockSettings(lockAfter(), hides, timeouts.idle(), timeouts.session());
    }

    private Long lockAfter() {
        Long lockAfter = settings.lockAfter();
        return isSigningIn && lockAfter != null ? (Long) Math.max(lockAfter, SIGN_IN) : lockAfter;
    }

    /** The app goes out of sight because it shows the browser. */
    void beginSignIn() {
        isSigningIn = true;
        core.configure(lockSettings());
    }

    /** After the end of the prompt, so that how long it took was judged. */
    void endSignIn() {
        isSigningIn = false;
        core.configure(lockSettings());
    }

    /** Known without looking at storage: {@code false} also where nothing was looked for yet. */
    public boolean isUnlocked() {
        return core.state().phase() == Phase.UNLOCKED;
    }

    /**
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    public VaultStatus status() {
        Map<String, byte[]> memory = core.memory();
        if (memory != null) return StatusOf.memory(memory);
        LoadedVault stored;
        try {
            stored = core.peek();
        } catch (CoreError refusal) {
            if (refusal.code() == CoreErrorCode.TEMPORARILY_UNAVAILABLE) throw refusal;
            return StatusOf.unreadable(future(), isUnlocked());
        }
        return stored == null ? StatusOf.nothing(future()) : StatusOf.stored(stored, isUnlocked());
    }

    private StatusOf.Future future() {
        Integer attempts = settings.wipeAtMax() ? (Integer) (int) settings.maxAttempts() : null;
        return new StatusOf.Future(newMode(), keys.possibleSlots(newMode()), attempts);
    }

    private Mode newMode() {
        Mode chosen = chosenMode;
        return chosen == null ? settings.mode() : chosen;
    }

    /** What protects it as it is now. */
    public ProtectionReport protection() {
        List<Kind> kinds = status().kinds();
        if (kinds.isEmpty()) return ProtectionReport.IN_MEMORY;
        Tristate hardware = place.platform().device().hardwareBacked(keyNames());
        return ProtectionReport.of(kinds, hardware, passcodeSeen);
    }

    /** None where nothing is stored, or what is can't be read. */
    private List<String> keyNames() {
        try {
            LoadedVault stored = core.peek();
            return stored == null ? Collections.emptyList() : KeyNames.of(stored.envelope());
        } catch (CoreError unreadable) {
            return Collections.emptyList();
        }
    }

    /**
     * What every change that was asked for before has left. Empty where definitely nothing is
     * stored. Rejects {@code LOCKED}.
     */
    public Answer<Map<String, byte[]>> values() {
        return turns.runBehind(this::valuesNow);
    }

    /** In its own turn, a change would wait for itself. */
    private Answer<Map<String, byte[]>> valuesNow() {
        return ifStored(core::values, Collections.emptyMap());
    }

    /**
     * Needs no prompt. Only a value to set makes a vault where none is.
     *
     * @param changes {@code null} removes
     */
    public Answer<Void> write(Map<String, byte[]> changes) {
        return turns.run(
                () ->
                        ifStored(() -> writeStored(changes), false)
                                .then(done -> orMake(done, changes)));
    }

    /** The permission to write these keys later, also up to 10 s after a lock. */
    public Answer<String> lease(List<String> names) {
        String id = "lease" + leases.incrementAndGet();
        return core.leases().begin(id, names).then(granted -> Answer.of(id));
    }

    /** Uses the lease up. Rejects {@code LOCKED}, {@code CONFLICT}, {@code INVALID_ARGUMENT}. */
    public Answer<Void> writeLeased(Map<String, byte[]> changes, String lease) {
        return core.write(changes, WriteOptions.withLease(lease));
    }

    /** An unknown one is ignored. */
    public void endLease(String id) {
        core.leases().end(id);
    }

    /** Somebody is there, says the app. */
    public void noticeActivity() {
        core.activity();
    }

    private Answer<Boolean> writeStored(Map<String, byte[]> changes) {
        WriteOptions options = new WriteOptions(settings.policyChanges(), null);
        return core.write(changes, options).then(nothing -> Answer.of(true));
    }

    private Answer<Void> orMake(boolean isWritten, Map<String, byte[]> changes) {
        Map<String, byte[]> values = new HashMap<>();
        for (Map.Entry<String, byte[]> change : changes.entrySet())
            if (change.getValue() != null) values.put(change.getKey(), change.getValue());
        return isWritten || values.isEmpty()
                ? Answer.of(null)
                : create(newMode(), values, null, false);
    }

    /**
     * A new vault in place of whatever there was.
     *
     * @param passcode {@code null}: none is given
     */
    public Answer<Void> replace(Mode mode, Map<String, byte[]> values, GivenPasscode passcode) {
        return wiping(
                textOf(passcode),
                turns.run(() -> create(mode, values, passcode, true).then(this::configured)));
    }

    /** Another mode or, with a passcode, another passcode. */
    public Answer<Void> rekey(Mode mode, GivenPasscode passcode) {
        return wiping(
                textOf(passcode), turns.run(() -> change(mode, passcode).then(this::configured)));
    }

    private Answer<Void> change(Mode mode, GivenPasscode passcode) {
        VaultStatus now = status();
        if (now.isStored() && mode != Mode.IN_MEMORY_ONLY)
            return keys.remakeKeys(order(mode, passcode), now.kinds())
                    .then(made -> noted(passcode));
        if (now.isStored() || now.isInUse() || passcode != null)
            return valuesNow().then(values -> create(mode, values, passcode, true));
        // An empty vault in memory would go on taking values.
        Answer<Void> emptied = core.memory() == null ? Answer.of(null) : core.erase();
        return emptied.then(
                nothing -> {
                    chosenMode = mode;
                    return Answer.of(null);
                });
    }

    private Answer<Void> create(
            Mode mode, Map<String, byte[]> values, GivenPasscode passcode, boolean replaces) {
        return keys.makeVault(order(mode, passcode), values, replaces)
                .then(
                        made -> {
                            chosenMode = mode == Mode.IN_MEMORY_ONLY ? mode : null;
                            return noted(passcode);
                        });
    }

    private KeyMaker.Order order(Mode mode, GivenPasscode passcode) {
        return new KeyMaker.Order(settings.policyOf(mode), textOf(passcode));
    }

    private Answer<Void> noted(GivenPasscode passcode) {
        if (passcode != null) passcodeSeen = Tristate.of(passcode.isFromPage());
        return Answer.of(null);
    }

    private Answer<Void> configured(Void nothing) {
        events.onConfigured();
        return Answer.of(null);
    }

    private static char[] textOf(GivenPasscode passcode) {
        return passcode == null ? null : passcode.text();
    }

    /** Whatever became of it. */
    private static Answer<Void> wiping(char[] passcode, Answer<Void> answer) {
        if (passcode == null) return answer;
        return answer.then(
                        nothing -> {
                            Arrays.fill(passcode, '\0');
                            return Answer.<Void>of(null);
                        })
                .orElse(
                        failure -> {
                            Arrays.fill(passcode, '\0');
                            return Answer.failed(failure);
                        });
    }

    /**
     * What a new vault of this mode would be unlocked by.
     *
     * @throws VaultRefusal {@code PolicyNotMet}
     */
    public List<Kind> slotsFor(Mode mode) {
        return keys.slotsFor(mode);
    }

    /** Shows the built-in prompt for a new passcode; {@code null}: the user cancelled. */
    public Answer<char[]> choosePasscode() {
        return keys.choosePasscode();
    }

    /** Shows an own prompt that unlocks nothing. */
    <T> Answer<T> asking(CoreVault.Prompt<T> prompt) {
        return core.asking(prompt);
    }

    /** A lock that is due comes before any answer. */
    void tick() {
        core.state();
    }

    /**
     * Shows the prompts of its slots; calls made meanwhile share them. Nothing to do where it is
     * not locked.
     *
     * @param only the kind of slot to ask for; {@code null}: any
     */
    public Answer<Void> unlock(Kind only) {
        VaultStatus now = status();
        if (!now.isLocked()) return Answer.of(null);
        prompts.begin(only == null && now.kinds().contains(Kind.DEVICE_CREDENTIAL));
        return core.unlock(new UnlockOptions(false, only))
                .orElse(failure -> Answer.failed(prompts.explained(failure)));
    }

    /**
     * One attempt, without a prompt. Nothing to do where it is not locked.
     *
     * @param passcode as typed, wiped whatever becomes of it
     */
    public Answer<Void> unlockWithPasscode(char[] passcode) {
        return wiping(passcode, Answer.<Void>of(null).then(nothing -> attempt(passcode)));
    }

    private Answer<Void> attempt(char[] passcode) {
        if (!status().isLocked()) return Answer.of(null);
        return core.unlockWith(Kind.APP_PASSCODE, passcode)
                .then(
                        opened -> {
                            passcodeSeen = Tristate.YES;
                            return Answer.of(null);
                        });
    }

    /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
    public void lock() {
        core.lock();
        prompts.dismiss();
    }

    /** Needs no unlock. */
    public Answer<Void> erase() {
        Answer<Void> erased = eraseNow();
        // It waits for no prompt; but what came before it must not bring back what it erased.
        turns.run(() -> status().isStored() ? eraseNow() : Answer.of(null));
        return erased;
    }

    private Answer<Void> eraseNow() {
        Answer<Void> erased = core.erase();
        prompts.dismiss();
        return erased.then(
                nothing -> {
                    chosenMode = null;
                    passcodeSeen = Tristate.UNKNOWN;
                    return configured(null);
                });
    }

    /** Instead of {@code NOT_FOUND}: what there is where definitely nothing is stored. */
    private <T> Answer<T> ifStored(Turns.Turn<T> task, T none) {
        return keys.lookUp()
                .then(known -> task.begin())
                .orElse(
                        failure ->
                                failure instanceof CoreError refusal
                                                && refusal.code() == CoreErrorCode.NOT_FOUND
                                        ? Answer.of(none)
                                        : Answer.failed(failure));
    }
}
