package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;

import org.json.JSONObject;

/** A page that sends to a provider, whose bytes the test says. */
public final class TestProvider {
    public final TestPage page = new TestPage();
    public final TestServer server = new TestServer();

    public TestProvider() {
        page.auth.port = server.port();
    }

    /** With members in place of the usual ones. */
    public Outcome send(String... changes) {
        String given =
                "{method:'POST',url:'https://login.example.com/token',"
                    + "headers:[{name:'Content-Type',value:'application/x-www-form-urlencoded'},"
                    + "{name:'dpop',value:'canary'}],body:'code=canary&x=ü',timeout:10000}";
        for (String change : changes) {
            String name = change.substring(0, change.indexOf(':'));
            given = given.replaceFirst(name + ":('[^']*'|\\[.*\\]|[0-9]+)", change);
        }
        return page.call("sendToProvider", null, given);
    }

    /** {@code null}: it counts as none. */
    public JSONObject answerTo(String answer) {
        server.answer(answer);
        return (JSONObject) send().result();
    }

    public String bodyOf(String answer) {
        JSONObject told = answerTo(answer);
        return told == null ? null : told.optString("body");
    }
}
