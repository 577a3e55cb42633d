package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.LockState.Use;

/** What was found out about what is stored. FORMAT.md §15.3. */
final class OnStored {
    private OnStored() {}

    /**
     * What a process did itself is newer; but whether a vault locks at all may have been changed by
     * another one.
     */
    static Step found(LockState state, Custody found, long now) {
        Phase phase = state.phase();
        if (found == Custody.OPEN && (phase == Phase.ABSENT || phase == Phase.LOCKED))
            return state.change().phase(Phase.UNLOCKED).custody(Custody.OPEN).step();
        if (found == Custody.STORED && phase == Phase.ABSENT)
            return state.change().phase(Phase.LOCKED).custody(Custody.STORED).step();
        boolean isOpen = phase == Phase.UNLOCKED && state.custody() == Custody.OPEN;
        if (found == Custody.STORED && isOpen)
            return Locking.lock(state.change().custody(Custody.STORED).done(), now, false);
        return Step.stay(state);
    }

    /** What was begun for the vault that is replaced is not answered by the new one. */
    static Step created(LockState state, Custody custody, long now) {
        return state.change()
                .phase(Phase.UNLOCKED)
                .custody(custody)
                .noCallers()
                .lease(null)
                .mayPrompt(true)
                .nextEpoch()
                .use(Use.begunAt(now))
                .step()
                .and(Locking.reject(state, CoreErrorCode.LOCKED));
    }

    static Step damaged(LockState state, CoreErrorCode code, long now) {
        // Not being able to look now says nothing about what is stored.
        if (state.phase() == Phase.ABSENT || state.custody() == Custody.MEMORY || !code.isDamage())
            return Step.stay(state);
        if (code == CoreErrorCode.NOT_FOUND || code == CoreErrorCode.TOO_MANY_ATTEMPTS)
            return Locking.forget(state, code);
        if (state.phase() == Phase.UNLOCKED) {
            LockState without = state.change().lease(null).custody(Custody.STORED).done();
            return Locking.lock(without, now, false);
        }
        return state.change()
                .phase(Phase.LOCKED)
                .nextEpoch()
                .noCallers()
                .lease(null)
                .use(null)
                .step()
                .andIf(state.lease() != null, new StateEffect.DropKey())
                .and(Locking.reject(state, code));
    }
}
