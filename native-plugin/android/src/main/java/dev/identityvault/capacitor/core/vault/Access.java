package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.state.StateEvent;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.StartingOver;
import dev.identityvault.capacitor.core.store.VaultStore;

/**
 * The way from the lock to what is stored, within an operation. What is found there is told at
 * once, so that nothing unlocked outlives damage.
 */
final class Access {
    private final VaultStore store;
    private final Session session;
    private final Tell tell;

    Access(VaultStore store, Session session, Tell tell) {
        this.store = store;
        this.session = session;
        this.tell = tell;
    }

    /**
     * {@code null}: there is definitely nothing.
     *
     * @throws CoreError as loading does
     */
    LoadedVault load() {
        LoadedVault vault;
        try {
            vault = store.load();
        } catch (CoreError refusal) {
            if (refusal.code().isDamage()) tell.tell(new StateEvent.Damaged(refusal.code()));
            throw refusal;
        }
        if (vault != null) tell.tell(new StateEvent.Found(CustodyOf.vault(vault)));
        return vault;
    }

    /**
     * @throws CoreError {@code NOT_FOUND}, as loading does
     */
    LoadedVault require() {
        LoadedVault vault = load();
        if (vault != null) return vault;
        tell.tell(new StateEvent.Damaged(CoreErrorCode.NOT_FOUND));
        throw new CoreError(CoreErrorCode.NOT_FOUND, "there is no vault");
    }

    /**
     * The vault as it is stored now, and the keys that open it.
     *
     * @throws CoreError {@code LOCKED}, {@code NOT_FOUND}, as loading does
     */
    Opened opened() {
        LoadedVault vault = require();
        if (session.isStale(vault) && !Session.needsNobody(vault)) tell.tell(new StateEvent.Lock());
        return new Opened(vault, session.keysOf(vault));
    }

    /**
     * For a prompt, whose end tells of a destroyed key. That this erased the vault is told at once:
     * a new one may be made first.
     *
     * @throws CoreError as unlocking does
     */
    void openForPrompt(UnlockRequest request) {
        try {
            session.open(StartingOver.run(() -> session.begin(require(), request)));
        } catch (CoreError refusal) {
            if (refusal.code() == CoreErrorCode.TOO_MANY_ATTEMPTS)
                tell.tell(new StateEvent.Damaged(refusal.code()));
            throw refusal;
        }
    }

    /**
     * Without a prompt.
     *
     * @throws CoreError as unlocking does
     */
    void open(UnlockRequest request) {
        try {
            openForPrompt(request);
        } catch (CoreError refusal) {
            if (refusal.code() == CoreErrorCode.KEY_INVALIDATED) onInvalidated();
            throw refusal;
        }
    }

    /**
     * Writes down which slot is dead, so that the next unlock by another one replaces it.
     *
     * @param slotId {@code null}: none is
     */
    void markSlotDead(byte[] slotId) {
        LoadedVault vault = load();
        if (slotId != null && vault != null) store.markSlotDead(vault, slotId);
    }

    private void onInvalidated() {
        LoadedVault vault = require();
        if (vault.envelope().header().policy().enrolment() != Enrolment.WIPE) {
            markSlotDead(session.takeDeadSlot());
            return;
        }
        store.erase();
        tell.tell(new StateEvent.Damaged(CoreErrorCode.NOT_FOUND));
    }
}
