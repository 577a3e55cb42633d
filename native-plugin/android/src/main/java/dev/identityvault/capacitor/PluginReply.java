package dev.identityvault.capacitor;

import com.getcapacitor.JSObject;
import com.getcapacitor.PluginCall;

import dev.identityvault.capacitor.bridge.Reply;

import org.json.JSONException;
import org.json.JSONObject;

/** Answers Capacitor's call. No exception is passed on: Capacitor logs it. */
final class PluginReply implements Reply {
    private final PluginCall call;

    PluginReply(PluginCall call) {
        this.call = call;
    }

    @Override
    public void resolve(JSONObject answer) {
        try {
            call.resolve(JSObject.fromJSONObject(answer));
        } catch (JSONException cause) {
            reject("VaultUnavailable", null);
        }
    }

    @Override
    public void reject(String code, JSONObject data) {
        try {
            JSObject told = data == null ? null : JSObject.fromJSONObject(data);
            call.reject(code, code, told);
        } catch (JSONException cause) {
            call.reject(code, code);
        }
    }
}
