package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.state.StateEvent;

/** Tells the lock what was found out. */
interface Tell {
    void tell(StateEvent happening);
}
