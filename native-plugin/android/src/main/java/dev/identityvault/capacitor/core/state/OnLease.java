package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.LockState.Lease;
import dev.identityvault.capacitor.core.state.StateEvent.LeaseBegin;
import dev.identityvault.capacitor.core.state.StateEvent.LeaseWrite;

/** What becomes of a write lease. FORMAT.md §13. */
final class OnLease {
    private OnLease() {}

    static Step begin(LockState state, LeaseBegin request) {
        if (state.phase() != Phase.UNLOCKED || state.custody() == Custody.MEMORY)
            return Step.stay(state, denial(request.id(), CoreErrorCode.LOCKED));
        if (state.lease() != null)
            return Step.stay(state, denial(request.id(), CoreErrorCode.CONFLICT));
        return state.change()
                .lease(new Lease(request.id(), request.names(), null))
                .step(new StateEffect.GrantLease(request.id()));
    }

    static Step write(LockState state, LeaseWrite request) {
        String id = request.id();
        if (!isOf(state, id)) return Step.stay(state, denial(id, CoreErrorCode.LOCKED));
        CoreErrorCode refusal = refusalOf(state.lease(), request);
        StateEffect answer =
                refusal == null ? new StateEffect.WriteWithLease(id) : denial(id, refusal);
        return Step.stay(state, answer).andThen(OnLease::endOf);
    }

    static Step end(LockState state, String id) {
        return isOf(state, id) ? endOf(state) : Step.stay(state);
    }

    private static boolean isOf(LockState state, String id) {
        return state.lease() != null && state.lease().id().equals(id);
    }

    /** {@code null}: there is nothing against it. */
    private static CoreErrorCode refusalOf(Lease lease, LeaseWrite request) {
        if (!lease.names().containsAll(request.names())) return CoreErrorCode.INVALID_ARGUMENT;
        return request.unchanged() ? null : CoreErrorCode.CONFLICT;
    }

    private static StateEffect denial(String id, CoreErrorCode code) {
        return new StateEffect.DenyLease(id, code);
    }

    /** Used up; a locked vault has no more reason to hold the key. */
    private static Step endOf(LockState state) {
        return state.change()
                .lease(null)
                .step()
                .andIf(state.phase() != Phase.UNLOCKED, new StateEffect.DropKey());
    }
}
