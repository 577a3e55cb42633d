package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.state.Custody;
import dev.identityvault.capacitor.core.store.LoadedVault;

/** How a stored vault behaves when it is locked. */
final class CustodyOf {
    private CustodyOf() {}

    /** SecureStorage has no prompt, so it never is locked. */
    static Custody mode(Mode mode) {
        return mode == Mode.SECURE_STORAGE ? Custody.OPEN : Custody.STORED;
    }

    static Custody vault(LoadedVault vault) {
        return mode(vault.envelope().header().policy().mode());
    }
}
