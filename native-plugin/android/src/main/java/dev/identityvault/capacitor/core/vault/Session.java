package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Payload;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.slots.BegunUnlock;
import dev.identityvault.capacitor.core.slots.DeadSlots;
import dev.identityvault.capacitor.core.slots.LeaseBasis;
import dev.identityvault.capacitor.core.slots.OpenKeys;
import dev.identityvault.capacitor.core.slots.OpenedSlot;
import dev.identityvault.capacitor.core.slots.SlotUnlock;
import dev.identityvault.capacitor.core.slots.SlotUnlocker;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.slots.Unlocked;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.ValueChanges;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What this process holds of a vault: the keys of one that is stored, or the values of one in
 * memory. Looked at by operations and by the lock, so from more than one thread.
 */
final class Session {
    private final CorePorts ports;
    private final SlotUnlocker unlocker;

    /** Runs a task after the operation whose turn it is, which may still use what is let go. */
    private final Executor later;

    /** To be erased then, unless they are held or opened. */
    private final List<OpenKeys> letGo = new ArrayList<>();

    private OpenKeys held;
    private Map<String, byte[]> memory;

    /** What the lease began with. */
    private LeaseBasis leaseBasis;

    /** Opened, but not yet known to be in time. */
    private OpenKeys opened;

    /** The slot whose key the system turned out to have destroyed. */
    private byte[] deadSlot;

    Session(CorePorts ports, Executor later) {
        this.ports = ports;
        this.later = later;
        unlocker = new SlotUnlocker(ports);
    }

    synchronized void hold(OpenKeys keys) {
        OpenKeys former = held;
        held = keys;
        memory = null;
        letGo(former);
    }

    /** These are erased after the operation whose turn it is, unless they are held by then. */
    synchronized void letGo(OpenKeys keys) {
        if (keys == null) return;
        letGo.add(keys);
        later.execute(this::eraseLetGo);
    }

    private synchronized void eraseLetGo() {
        Set<Object> kept = new HashSet<>();
        if (held != null) kept.addAll(held.all());
        if (opened != null) kept.addAll(opened.all());
        for (OpenKeys keys : letGo) keys.eraseExcept(kept);
        letGo.clear();
    }

    /**
     * Whether they may be a vault in memory, which holds no more than a stored one. FORMAT.md §14.
     *
     * @throws CoreError {@code INVALID_ARGUMENT}, {@code LIMIT_EXCEEDED}
     */
    static void assertFits(Map<String, byte[]> values) {
        byte[] payload = Payload.encode(values);
        Bytes.erase(payload);
        if (payload.length > FormatLimits.ENVELOPE)
            throw new CoreError(
                    CoreErrorCode.LIMIT_EXCEEDED, "the vault would be larger than 16 MiB");
    }

    /** After {@link #assertFits}. */
    synchronized void holdMemory(Map<String, byte[]> values) {
        hold(null);
        memory = Collections.unmodifiableMap(new HashMap<>(values));
    }

    /**
     * {@code false}: it is none in memory.
     *
     * @throws CoreError as {@link #assertFits}; then nothing changed
     */
    synchronized boolean changeMemory(Map<String, byte[]> changes) {
        if (memory == null) return false;
        Map<String, byte[]> values = ValueChanges.apply(memory, changes);
        assertFits(values);
        holdMemory(values);
        return true;
    }

    synchronized void drop() {
        OpenKeys wasHeld = held;
        OpenKeys wasOpened = opened;
        held = null;
        memory = null;
        opened = null;
        letGo(wasHeld);
        letGo(wasOpened);
    }

    /** What was opened was in time. */
    synchronized void keepOpened() {
        if (opened != null) hold(opened);
        opened = null;
    }

    synchronized void dropOpened() {
        OpenKeys former = opened;
        opened = null;
        letGo(former);
    }

    /** Also of a locked vault that has a lease; {@code null}: none. */
    synchronized OpenKeys held() {
        return held;
    }

    /** {@code null}: it is none in memory. */
    synchronized Map<String, byte[]> memory() {
        return memory;
    }

    /** {@code null}: there is no lease, or it was granted without one. */
    synchronized LeaseBasis leaseBasis() {
        return leaseBasis;
    }

    synchronized void leaseBasis(LeaseBasis basis) {
        leaseBasis = basis;
    }

    /** Once: whoever takes it writes down that it is dead. {@code null}: none is known. */
    synchronized byte[] takeDeadSlot() {
        byte[] taken = deadSlot;
        deadSlot = null;
        return taken;
    }

    synchronized void deadSlot(byte[] slotId) {
        deadSlot = slotId;
    }

    /**
     * Counts an attempt.
     *
     * @throws CoreError as {@link SlotUnlocker#begin}
     */
    BegunUnlock begin(LoadedVault vault, UnlockRequest request) {
        return unlocker.begin(vault, request);
    }

    /**
     * What is opened is kept once the lock says that it was in time.
     *
     * @throws CoreError as unlocking does
     */
    void open(BegunUnlock begun) {
        OpenKeys keys = keysBehind(begun);
        synchronized (this) {
            dropOpened();
            opened = keys;
        }
    }

    private OpenKeys keysBehind(BegunUnlock begun) {
        try {
            SlotUnlock unlocked = unlocker.finish(begun);
            OpenedSlot slot = unlocked.opened();
            Map<String, Kek> keks = Collections.singletonMap(Bytes.hex(slot.slotId()), slot.kek());
            String slots = OpenKeys.slotsAsStored(unlocked.vault().envelope());
            OpenKeys keys = new OpenKeys(slot.dek(), keks, slots);
            // Where it replaces slots these are not what is kept.
            letGo(keys);
            return DeadSlots.replace(
                    ports, new Unlocked(unlocked.vault(), keys, unlocked.values()));
        } catch (CoreError refusal) {
            if (refusal.code() == CoreErrorCode.KEY_INVALIDATED)
                deadSlot(begun.slot().head().slotId());
            throw refusal;
        }
    }

    boolean offersOtherOnCancel(SlotHead head) {
        return head.kind() == Kind.BIOMETRIC
                && ports.kems().biometric() != null
                && ports.kems().biometric().cancelOffersOther();
    }

    /** The vault was re-keyed elsewhere: what is held opens it no more. */
    boolean isStale(LoadedVault vault) {
        OpenKeys keys = held();
        return keys != null && !opens(keys, vault);
    }

    /**
     * SecureStorage is opened when it is needed: it has no prompt.
     *
     * @throws CoreError {@code LOCKED}
     */
    OpenKeys keysOf(LoadedVault vault) {
        OpenKeys keys = held();
        if (needsNobody(vault) && (keys == null || !opens(keys, vault))) {
            keys = keysBehind(begin(vault, UnlockRequest.of(Kind.DEVICE)));
            hold(keys);
        }
        if (keys == null || !opens(keys, vault))
            throw new CoreError(CoreErrorCode.LOCKED, "the vault is locked");
        return keys;
    }

    private static boolean opens(OpenKeys keys, LoadedVault vault) {
        return keys.slots().equals(OpenKeys.slotsAsStored(vault.envelope()));
    }

    /** Whether it can be opened without asking anyone. */
    static boolean needsNobody(LoadedVault vault) {
        for (Slot slot : vault.envelope().header().slots())
            if (slot.head().kind() == Kind.DEVICE) return true;
        return false;
    }
}
