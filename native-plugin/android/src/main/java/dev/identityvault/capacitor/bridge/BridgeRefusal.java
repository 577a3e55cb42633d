package dev.identityvault.capacitor.bridge;

import org.json.JSONObject;

/** A message that is not taken. BRIDGE.md §6. */
final class BridgeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient JSONObject data;

    private BridgeRefusal(String code, JSONObject data) {
        super(code);
        this.code = code;
        this.data = data;
    }

    /** No capability, or a wrong one. */
    static BridgeRefusal capability() {
        return new BridgeRefusal("BridgeCapability", new JSONObject());
    }

    /** Not a message of the bridge. */
    static BridgeRefusal arguments() {
        return new BridgeRefusal("BridgeArguments", new JSONObject());
    }

    /** No such vault was opened. */
    static BridgeRefusal vault() {
        return new BridgeRefusal("BridgeVault", new JSONObject());
    }

    /** Too much text in one call. */
    static BridgeRefusal limit() {
        return new BridgeRefusal("LimitExceeded", new JSONObject());
    }

    /** Of a call for events: too many wait. */
    static BridgeRefusal conflict() {
        return new BridgeRefusal("Conflict", new JSONObject());
    }

    /** Of {@code hello}. */
    static BridgeRefusal hello(String code, JSONObject data) {
        return new BridgeRefusal(code, data);
    }

    String code() {
        return code;
    }

    JSONObject data() {
        return data;
    }
}
