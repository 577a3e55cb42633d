package dev.identityvault.capacitor.bridge;

import org.json.JSONObject;

/** Where the answer to a message goes. One of them is called, once, on any thread. */
public interface Reply {
    void resolve(JSONObject answer);

    /**
     * @param code of BRIDGE.md §6, or of §3
     * @param data {@code null}: none
     */
    void reject(String code, JSONObject data);
}
