package dev.identityvault.capacitor.bridge;

import org.json.JSONObject;

/**
 * Something that happened to a vault of the process. BRIDGE.md §5.
 *
 * @param number from 1, over all vaults, without a gap
 * @param saved of a lock, else {@code null}
 * @param timeout of a lock, else {@code null}
 * @param remaining milliseconds until the idle lock, of a warning of it, else {@code null}
 */
record VaultEvent(
        long number, String vault, String type, Boolean saved, Boolean timeout, Long remaining) {
    VaultEvent(long number, String vault, String type, Boolean saved, Boolean timeout) {
        this(number, vault, type, saved, timeout, null);
    }

    JSONObject json() {
        return new Json()
                .with("number", number)
                .with("vault", vault)
                .with("type", type)
                .with("saved", saved)
                .with("timeout", timeout)
                .with("remaining", remaining)
                .object();
    }
}
