package dev.identityvault.capacitor.bridge;

import org.json.JSONObject;

/**
 * Something that happened to a vault of the process. BRIDGE.md §5.
 *
 * @param number from 1, over all vaults, without a gap
 * @param saved of a lock, else {@code null}
 * @param timeout of a lock, else {@code null}
 */
record VaultEvent(long number, String vault, String type, Boolean saved, Boolean timeout) {
    JSONObject json() {
        return new Json()
                .with("number", number)
                .with("vault", vault)
                .with("type", type)
                .with("saved", saved)
                .with("timeout", timeout)
                .object();
    }
}
