package dev.identityvault.capacitor;

import android.content.Context;

import androidx.fragment.app.FragmentActivity;

import dev.identityvault.capacitor.auth.AuthOrigins;
import dev.identityvault.capacitor.bridge.Reply;
import dev.identityvault.capacitor.bridge.VaultBridge;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.crypto.SystemRandom;
import dev.identityvault.capacitor.lifecycle.Stage;

import org.json.JSONObject;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What belongs to the process, and not to an activity or a page: the vaults, and the order of the
 * messages. BRIDGE.md §2.
 */
final class NativeProcess {
    private static NativeProcess current;

    /** Messages begin one after the other, on no thread that others need. */
    private final ExecutorService messages =
            Executors.newSingleThreadExecutor(task -> daemon(task, "identity-vault-bridge"));

    private final Stage stage = new Stage();
    private final VaultBridge bridge;

    private NativeProcess(Context context, AuthOrigins origins) {
        Random random = new SystemRandom();
        ExecutorService work =
                Executors.newCachedThreadPool(task -> daemon(task, "identity-vault"));
        AndroidPlatform platform =
                new AndroidPlatform(context.getApplicationContext(), stage, work, random);
        bridge = new VaultBridge(platform, platform.auth(origins), random);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param origins of the app's configuration, which is one for all activities
     */
    static synchronized NativeProcess of(Context context, AuthOrigins origins) {
        if (current == null) current = new NativeProcess(context, origins);
        return current;
    }

    /** On the main thread. */
    void show(FragmentActivity activity) {
        stage.add(activity);
    }

    void hello(JSONObject message, boolean isLogged, Reply reply) {
        messages.execute(() -> bridge.hello(message, isLogged, reply));
    }

    /** In the order of the messages, so that a page that asks for it finds it. */
    void arrive(String address) {
        messages.execute(() -> bridge.arrive(address));
    }

    void call(JSONObject message, Reply reply) {
        messages.execute(() -> bridge.call(message, reply));
    }
}
