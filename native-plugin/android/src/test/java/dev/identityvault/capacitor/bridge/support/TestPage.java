package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.bridge.Reply;
import dev.identityvault.capacitor.bridge.VaultBridge;
import dev.identityvault.capacitor.crypto.SystemRandom;

import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** A page before the bridge: what it sends and hears is JSON. */
public final class TestPage {
    /** What came of a message; {@code null} members: nothing of that kind. */
    public static final class Outcome implements Reply {
        public JSONObject answer;
        public String code;
        public JSONObject data;
        private boolean isSettled;

        @Override
        public void resolve(JSONObject given) {
            settle();
            answer = parsed(given);
        }

        @Override
        public void reject(String given, JSONObject more) {
            settle();
            code = given;
            data = parsed(more);
        }

        private void settle() {
            if (isSettled) throw new IllegalStateException("answered twice");
            isSettled = true;
        }

        public boolean isWaiting() {
            return !isSettled;
        }

        public Object result() {
            if (answer == null) throw new IllegalStateException("refused: " + code + " " + data);
            return answer.opt("result");
        }

        public String text() {
            return String.valueOf(answer) + code + data;
        }
    }

    public static final String SETTINGS =
            "{mode:1,lockAfter:null,hideScreen:false,wipeAtMax:true,maxAttempts:5,"
                    + "onEnrollmentChange:'requireOther'}";

    public final TestPlatform platform;
    public final TestAuth auth = new TestAuth();
    public final VaultBridge bridge;
    public final String capability;
    private int calls;

    public TestPage() {
        this(new TestPlatform());
    }

    public TestPage(TestPlatform platform) {
        this.platform = platform;
        bridge = new VaultBridge(platform, auth.ports(), new SystemRandom());
        capability = hello("{protocols:[1]}", false).answer.optString("capability");
    }

    public Outcome hello(String message, boolean isLogged) {
        Outcome outcome = new Outcome();
        bridge.hello(json(message), isLogged, outcome);
        return outcome;
    }

    /**
     * @param vault {@code null}: of the process
     */
    public Outcome call(String name, String vault, String given) {
        calls += 1;
        JSONObject message = new JSONObject();
        try {
            message.put("capability", capability);
            message.put("id", "1." + calls);
            message.put("call", name);
            if (vault != null) message.put("vault", vault);
            message.put("arguments", json(given));
        } catch (JSONException cause) {
            throw new IllegalStateException(cause);
        }
        return send(message);
    }

    public Outcome send(JSONObject message) {
        Outcome outcome = new Outcome();
        bridge.call(parsed(message), outcome);
        return outcome;
    }

    /** The id of a vault of this name, with settings in place of the usual ones. */
    public String open(String key, String... changes) {
        String given = "{descriptor:{key:'" + key + "'},settings:" + settings(changes) + "}";
        return (String) call("open", null, given).result();
    }

    public static String settings(String... changes) {
        String settings = SETTINGS;
        for (String change : changes) {
            String name = change.substring(0, change.indexOf(':'));
            settings = settings.replaceFirst(name + ":[^,}]*", change);
        }
        return settings;
    }

    public Outcome replace(String vault, int mode, String passcode) {
        String given = passcode == null ? "" : ",passcode:{text:'" + passcode + "'}";
        return call(
                "replace",
                vault,
                "{mode:" + mode + ",entries:[{key:'session',json:'\"s3cret\"'}]" + given + "}");
    }

    public JSONArray eventsAfter(long number) {
        return (JSONArray) call("events", null, "{after:" + number + "}").result();
    }

    public static JSONObject json(String text) {
        try {
            return new JSONObject(text);
        } catch (JSONException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** As it is after it passed the bridge. */
    private static JSONObject parsed(JSONObject given) {
        return given == null ? null : json(given.toString());
    }
}
