package dev.identityvault.capacitor;

import android.content.pm.ApplicationInfo;

import com.getcapacitor.Plugin;
import com.getcapacitor.PluginCall;
import com.getcapacitor.PluginMethod;
import com.getcapacitor.annotation.CapacitorPlugin;

import dev.identityvault.capacitor.bridge.Reply;

/**
 * The two doors of BRIDGE.md §1. Hands messages on, in the order in which they came; whatever goes
 * wrong here rejects, for an exception would end the app.
 */
@CapacitorPlugin(name = "CapacitorIdentityVault")
public final class IdentityVaultPlugin extends Plugin {
    /** What is done with a message. */
    private interface Hand {
        void on(NativeProcess process, Reply reply);
    }

    /** {@code null}: there are no vaults here. */
    private NativeProcess process;

    @Override
    public void load() {
        try {
            process = NativeProcess.of(getContext());
            process.show(getActivity());
        } catch (Throwable failure) {
            process = null;
        }
    }

    /** BRIDGE.md §3. */
    @PluginMethod
    public void hello(PluginCall call) {
        hand(call, (vaults, reply) -> vaults.hello(call.getData(), isLogged(), reply));
    }

    /** BRIDGE.md §4. */
    @PluginMethod
    public void call(PluginCall call) {
        hand(call, (vaults, reply) -> vaults.call(call.getData(), reply));
    }

    private void hand(PluginCall call, Hand hand) {
        PluginReply reply = new PluginReply(call);
        try {
            if (process == null) reply.reject("VaultUnavailable", null);
            else hand.on(process, reply);
        } catch (Throwable failure) {
            reply.reject("VaultUnavailable", null);
        }
    }

    /**
     * Capacitor writes every call into the log of a build that is not for debugging. BRIDGE.md §8.
     */
    private boolean isLogged() {
        boolean isDebuggable =
                (getContext().getApplicationInfo().flags & ApplicationInfo.FLAG_DEBUGGABLE) != 0;
        boolean isAllowed = getConfig().getBoolean("allowBridgeLogging", false);
        return !isDebuggable && !isAllowed && getBridge().getConfig().isLoggingEnabled();
    }
}
