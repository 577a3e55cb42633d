package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.auth.PlatformAuth;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.vaults.LocalVault;
import dev.identityvault.capacitor.vaults.LocalVaults;
import dev.identityvault.capacitor.vaults.Platform;

import org.json.JSONObject;

import java.util.Collections;
import java.util.List;

/**
 * The native side of BRIDGE.md, of one process: outlives pages and activities. Messages are handed
 * in one after the other, as they came. Nothing leaves it but an answer.
 */
public final class VaultBridge {
    private static final List<Long> PROTOCOLS = Collections.singletonList(1L);

    private static final int ID = 64;

    private final Capability capability;
    private final EventLog log = new EventLog();
    private final LocalVaults vaults;
    private final ProcessCalls ofProcess;
    private final AuthCalls ofAuth;
    private final VaultCalls ofVault;
    private long pages;

    public VaultBridge(Platform platform, PlatformAuth auth, Random random) {
        capability = new Capability(random);
        vaults = new LocalVaults(platform);
        ofProcess = new ProcessCalls(vaults, log);
        ofAuth = new AuthCalls(platform, auth, vaults);
        ofVault = new VaultCalls(new ChosenPasscodes(random, platform.timer()));
    }

    /**
     * Agrees on a version, and gives the page what it needs to call.
     *
     * @param isLogged this build is not for debugging, and Capacitor logs every call
     */
    public synchronized void hello(JSONObject message, boolean isLogged, Reply reply) {
        try {
            reply.resolve(greeting(new Message(message), isLogged));
        } catch (BridgeRefusal refusal) {
            boolean isOther = refusal.code().equals("BridgeArguments");
            reply.reject(isOther ? "VaultUnavailable" : refusal.code(), refusal.data());
        } catch (Throwable unforeseen) {
            reply.reject("VaultUnavailable", null);
        }
    }

    private JSONObject greeting(Message message, boolean isLogged) {
        Long protocol = message.firstCount("protocols", PROTOCOLS);
        if (protocol == null) {
            JSONObject spoken =
                    new Json().with("protocols", Json.list(PROTOCOLS, each -> each)).object();
            throw BridgeRefusal.hello("BridgeProtocol", spoken);
        }
        if (isLogged) throw BridgeRefusal.hello("PolicyNotMet", null);
        pages += 1;
        return new Json()
                .with("protocol", protocol)
                .with("capability", capability.text())
                .with("page", pages)
                .with("events", log.last())
                .with("version", NativeVersion.TEXT)
                .object();
    }

    /** Begins the call before it returns; answers when it is done. Never throws. */
    public void call(JSONObject message, Reply reply) {
        String id = idOf(message);
        try {
            if (!capability.isPresented(message.opt("capability")))
                throw BridgeRefusal.capability();
            if (id == null) throw BridgeRefusal.arguments();
            vaults.tick();
            begin(new Message(message)).whenSettled(new Answering(id, reply));
        } catch (Throwable failure) {
            reject(failure, id, reply);
        }
    }

    /** The app was opened with an address. */
    public void arrive(String address) {
        ofAuth.arrive(address);
    }

    private Answer<Object> begin(Message message) {
        Message given = message.object("arguments");
        if (given.isTooLarge()) throw BridgeRefusal.limit();
        String call = message.text("call", ID);
        boolean isOfAuth = AuthCalls.has(call);
        if (isOfAuth || ProcessCalls.has(call)) {
            if (message.has("vault")) throw BridgeRefusal.arguments();
            return isOfAuth ? ofAuth.begin(call, given) : ofProcess.begin(call, given);
        }
        if (!VaultCalls.has(call)) throw BridgeRefusal.arguments();
        String name = message.text("vault", ID);
        LocalVault vault = vaults.named(name);
        if (vault == null) throw BridgeRefusal.vault();
        return ofVault.begin(call, given, new VaultCalls.Target(name, vault));
    }

    /** {@code null}: there is none that could be repeated. */
    private static String idOf(JSONObject message) {
        Object id = message.opt("id");
        return id instanceof String text && text.length() <= ID ? text : null;
    }

    private void reject(Throwable failure, String id, Reply reply) {
        Rejection rejection = Rejection.of(failure);
        reply.reject(rejection.code(), rejection.data(id, log.last()));
    }

    /** Gives what a call came to. */
    private final class Answering implements Answer.Listener<Object> {
        private final String id;
        private final Reply reply;

        Answering(String id, Reply reply) {
            this.id = id;
            this.reply = reply;
        }

        @Override
        public void onValue(Object result) {
            Json answer = new Json().with("id", id).with("events", log.last());
            reply.resolve(answer.with("result", result).object());
        }

        @Override
        public void onFailure(Throwable failure) {
            reject(failure, id, reply);
        }
    }
}
