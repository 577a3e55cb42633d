package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.auth.AuthCallback;
import dev.identityvault.capacitor.auth.AuthPage;
import dev.identityvault.capacitor.auth.AuthSession;
import dev.identityvault.capacitor.auth.PlatformAuth;
import dev.identityvault.capacitor.auth.Provider;
import dev.identityvault.capacitor.auth.ProviderAnswer;
import dev.identityvault.capacitor.auth.ProviderCall;
import dev.identityvault.capacitor.auth.ProviderHeader;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.LocalVaults;
import dev.identityvault.capacitor.vaults.Platform;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The calls of a sign-in. BRIDGE.md §4.1 and §4.5. */
final class AuthCalls {
    private static final Set<String> NAMES =
            new HashSet<>(Arrays.asList("openAuthSession", "takeAuthCallback", "sendToProvider"));

    /** Bytes. */
    private static final int BODY = 1024 * 1024;

    /** UTF-16 units of an address. */
    private static final int ADDRESS = 65_536;

    /** Milliseconds. */
    private static final long TIMEOUT = 600_000;

    private final AuthSession session;
    private final Provider provider;

    AuthCalls(Platform platform, PlatformAuth auth, LocalVaults vaults) {
        session = new AuthSession(platform, auth, vaults).listening();
        provider = new Provider(platform, auth);
    }

    static boolean has(String call) {
        return NAMES.contains(call);
    }

    /** A longer one is no answer that could be told. */
    void arrive(String address) {
        if (address.length() <= ADDRESS) session.arrive(address);
    }

    /** Begins before it returns. Resolves with the result as JSON, or {@code null}. */
    Answer<Object> begin(String call, Message given) {
        return switch (call) {
            case "openAuthSession" -> session.open(page(given)).then(AuthCalls::address);
            case "takeAuthCallback" -> address(session.takeCallback(callback(given, state(given))));
            case "sendToProvider" -> provider.send(providerCall(given)).then(AuthCalls::answer);
            default -> throw BridgeRefusal.arguments();
        };
    }

    private static AuthPage page(Message given) {
        String state = given.has("state") ? state(given) : null;
        return new AuthPage(given.name("url"), callback(given, state), given.flag("isEphemeral"));
    }

    /** An empty one would tell no answer from another. */
    private static String state(Message given) {
        String state = given.name("state");
        if (state.isEmpty()) throw BridgeRefusal.arguments();
        return state;
    }

    private static AuthCallback callback(Message given, String state) {
        AuthCallback callback = new AuthCallback(given.name("callbackUrl"), state);
        if (!callback.isUsable()) throw BridgeRefusal.arguments();
        return callback;
    }

    private static ProviderCall providerCall(Message given) {
        String method = given.name("method");
        long timeout = given.count("timeout");
        boolean isOne = method.equals("GET") || method.equals("POST");
        if (!isOne || timeout < 1 || timeout > TIMEOUT) throw BridgeRefusal.arguments();
        String body = body(given);
        if (body != null && method.equals("GET")) throw BridgeRefusal.arguments();
        return new ProviderCall(method, given.name("url"), headers(given), body, timeout);
    }

    private static String body(Message given) {
        if (!given.has("body")) return null;
        String body = given.text("body", BODY);
        if (Bytes.utf8(body).length > BODY) throw BridgeRefusal.arguments();
        return body;
    }

    /** Each at most once. */
    private static List<ProviderHeader> headers(Message given) {
        List<ProviderHeader> headers = given.objects("headers", AuthCalls::header);
        Set<String> names = new HashSet<>();
        for (ProviderHeader header : headers)
            if (!header.isSendable() || !names.add(header.name())) throw BridgeRefusal.arguments();
        return headers;
    }

    private static ProviderHeader header(Message given) {
        return new ProviderHeader(given.name("name").toLowerCase(Locale.ROOT), given.name("value"));
    }

    /**
     * @param arrived {@code null}: none
     */
    private static Answer<Object> address(String arrived) {
        return Answer.of(new Json().with("url", arrived).object());
    }

    /**
     * @param answer {@code null}: there was none, so there is no result
     */
    private static Answer<Object> answer(ProviderAnswer answer) {
        if (answer == null) return Answer.of(null);
        return Answer.of(
                new Json()
                        .with("status", answer.status())
                        .with("headers", Json.list(answer.headers(), AuthCalls::header))
                        .with("body", answer.body())
                        .object());
    }

    private static Object header(ProviderHeader header) {
        return new Json().with("name", header.name()).with("value", header.value()).object();
    }
}
