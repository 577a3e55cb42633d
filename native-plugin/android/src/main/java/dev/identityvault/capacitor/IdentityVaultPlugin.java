package dev.identityvault.capacitor;

import android.content.Intent;
import android.content.pm.ApplicationInfo;

import com.getcapacitor.Plugin;
import com.getcapacitor.PluginCall;
import com.getcapacitor.PluginMethod;
import com.getcapacitor.annotation.CapacitorPlugin;

import dev.identityvault.capacitor.auth.AuthOrigins;
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
            process = NativeProcess.of(getContext(), origins());
            process.show(getActivity());
        } catch (Throwable failure) {
            process = null;
        }
    }

    /** Also of the intent that an activity was started with. */
    @Override
    protected void handleOnNewIntent(Intent intent) {
        try {
            // What is opened from the list of recent apps has come before.
            boolean isOld = (intent.getFlags() & Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY) != 0;
            String address = intent.getDataString();
            boolean isOpened = Intent.ACTION_VIEW.equals(intent.getAction()) && address != null;
            if (process != null && isOpened && !isOld) process.arrive(address);
        } catch (Throwable failure) {
            // Others hear of intents, too.
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

    /** What is no list of texts allows nothing, and takes nothing else away. */
    private AuthOrigins origins() {
        try {
            return AuthOrigins.of(getConfig().getArray("authOrigins", new String[0]));
        } catch (ClassCastException mistake) {
            return AuthOrigins.of();
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
