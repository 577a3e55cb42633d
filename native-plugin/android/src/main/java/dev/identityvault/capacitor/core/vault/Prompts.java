package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Authenticator;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd;
import dev.identityvault.capacitor.core.store.VaultStore;

/**
 * The prompts of the vault's slots.
 *
 * @param operations nothing waits while a person thinks: only what touches storage takes its turn
 */
record Prompts(
        CorePorts ports,
        VaultStore store,
        Session session,
        Operations operations,
        Authenticator authenticator) {

    /**
     * One prompt, of the first slot that is alive, or of the next where it can't be used now.
     *
     * @param only the kind of slot to ask for; {@code null}: any
     * @param tell what is found out on the way
     * @return how it ended; never rejects
     */
    Answer<PromptEnd> show(Kind only, Tell tell) {
        return new ShownPrompt(this, new Access(store, session, tell)).show(only);
    }
}
