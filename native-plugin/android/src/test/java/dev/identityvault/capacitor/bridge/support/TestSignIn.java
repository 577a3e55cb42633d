package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;

import org.json.JSONObject;

/** A page that signs in. */
public final class TestSignIn {
    public static final String PLACE = "com.example.app:/auth/callback";
    public static final String ANSWER = PLACE + "?code=canary&state=s1";

    public final TestPage page = new TestPage();

    /** With members in place of the usual ones. */
    public Outcome open(String... changes) {
        String given =
                "{url:'https://login.example.com/authorize?state=s1',callbackUrl:'"
                        + PLACE
                        + "',state:'s1',isEphemeral:false}";
        for (String change : changes) {
            String name = change.substring(0, change.indexOf(':'));
            given = given.replaceFirst(name + ":('[^']*'|true|false)", change);
        }
        return page.call("openAuthSession", null, given);
    }

    /** What the process was opened with; {@code null}: nothing that is the answer. */
    public String take(String state) {
        String given = "{callbackUrl:'" + PLACE + "',state:'" + state + "'}";
        return urlOf(page.call("takeAuthCallback", null, given));
    }

    /** The address of an answer; {@code null}: it has none. */
    public static String urlOf(Outcome outcome) {
        return ((JSONObject) outcome.result()).optString("url", null);
    }
}
