package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.auth.ProviderAnswer;
import dev.identityvault.capacitor.auth.ProviderCall;
import dev.identityvault.capacitor.auth.ProviderHeader;
import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;
import dev.identityvault.capacitor.bridge.support.TestProvider;
import dev.identityvault.capacitor.bridge.support.TestServer;

import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is sent to a provider, and how long is waited for it. BRIDGE.md §4.1. */
final class ProviderCallTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int MOST = 1024 * 1024;

    private final TestProvider asked = new TestProvider();
    private final TestPage page = asked.page;
    private final TestServer server = asked.server;

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void sendsWhatItIsGivenAndNothingElse() {
        server.answer(OK + "Content-Length: 2\r\n\r\n{}");
        JSONObject answer = (JSONObject) asked.send().result();
        assertEquals(200, answer.optInt("status"));
        assertEquals("{}", answer.optString("body"));
        assertEquals(3, answer.length());
        assertEquals(
                String.join(
                        "\r\n",
                        "POST /token HTTP/1.1",
                        "Host: login.example.com",
                        "User-Agent: capacitor-identity-vault",
                        "Accept-Encoding: identity",
                        "Connection: close",
                        "content-type: application/x-www-form-urlencoded",
                        "dpop: canary",
                        "Content-Length: 16",
                        "",
                        "code=canary&x=ü"),
                server.heard());
        assertEquals(List.of("login.example.com:443 10000"), page.auth.opened);
        assertTrue(server.isClosed());
    }

    @Test
    void asksWithoutABody() {
        server.answer(OK + "\r\n");
        String given =
                "{method:'GET',url:'HTTPS://Login.Example.com?a=1#b',headers:[],timeout:1000}";
        assertEquals(
                200,
                ((JSONObject) page.call("sendToProvider", null, given).result()).optInt("status"));
        assertTrue(server.heard().startsWith("GET /?a=1 HTTP/1.1\r\nHost: login.example.com\r\n"));
        assertFalse(server.heard().contains("Content-Length"));
        server.answer(OK + "\r\n");
        page.call("sendToProvider", null, given.replace("GET", "POST")).result();
        assertTrue(server.heard().endsWith("Content-Length: 0\r\n\r\n"));
    }

    @Test
    void answersNothingWhereNobodyListens() throws IOException {
        server.close();
        assertFalse(asked.send().answer.has("result"));
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        server.waits();
        List<Runnable> work = Collections.synchronizedList(new ArrayList<>());
        page.platform.executor = work::add;
        Outcome outcome = asked.send("timeout:500");
        page.platform.timer.pass(499);
        assertTrue(outcome.isWaiting());
        page.platform.timer.pass(1);
        assertFalse(outcome.answer.has("result"));
        page.platform.executor = Runnable::run;
        work.get(1).run();
        work.get(0).run();
        assertTrue(server.isClosed());
    }

    @Test
    void closesWhatItWaitsFor() throws InterruptedException {
        page.platform.executor = task -> new Thread(task).start();
        server.waits();
        Outcome outcome = asked.send("timeout:500");
        server.awaitRequest();
        page.platform.timer.pass(500);
        assertFalse(outcome.answer.has("result"));
        assertTrue(server.isClosed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "method:'PUT'",
                "method:'get'",
                "method:'GET'",
                "timeout:0",
                "timeout:600001",
                "headers:[{name:'cookie',value:'a=b'}]",
                "headers:[{name:'host',value:'evil.example'}]",
                "headers:[{name:'accept',value:'a\\\\r\\\\nCookie: b'}]",
                "headers:[{name:'accept',value:'ü'}]",
                "headers:[{name:'accept',value:'a'},{name:'Accept',value:'b'}]",
                "headers:[1]",
                "headers:'none'",
                "url:1",
                "body:1"
            })
    void takesOnlyWhatIsAMessage(String change) {
        assertEquals("BridgeArguments", asked.send(change).code);
        assertEquals(List.of(), page.auth.opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout:1", "timeout:600000"})
    void waitsAsLongAsItMay(String change) {
        server.answer(OK + "\r\n");
        asked.send(change).result();
        assertEquals(1, page.auth.opened.size());
    }

    @Test
    void takesABodyOfALimitedLength() {
        server.answer(OK + "\r\n");
        asked.send("body:'" + "a".repeat(MOST) + "'").result();
        assertEquals("BridgeArguments", asked.send("body:'" + "a".repeat(MOST + 1) + "'").code);
        assertEquals("BridgeArguments", asked.send("body:'" + "ü".repeat(MOST / 2 + 1) + "'").code);
    }

    @Test
    void sendsOnlyWhereItIsAllowedTo() {
        Outcome outcome = asked.send("url:'https://evil.example/token'");
        assertEquals("PolicyNotMet", outcome.code);
        assertEquals("ORIGIN_NOT_ALLOWED", outcome.data.optString("reason"));
        assertEquals(List.of(), page.auth.opened);
        assertFalse(outcome.text().contains("canary"));
    }

    @Test
    void asksNobodyForCookiesAndGivesThemToNobody() {
        List<String> handled = new ArrayList<>();
        CookieHandler before = CookieHandler.getDefault();
        CookieHandler.setDefault(
                new CookieHandler() {
                    @Override
                    public Map<String, List<String>> get(
                            URI uri, Map<String, List<String>> headers) {
                        handled.add("get");
                        return Map.of("Cookie", List.of("a=b"));
                    }

                    @Override
                    public void put(URI uri, Map<String, List<String>> headers) {
                        handled.add("put");
                    }
                });
        try {
            asked.answerTo(OK + "Set-Cookie: c=d\r\n\r\n");
            asked.answerTo(OK + "\r\n");
            assertFalse(server.heard().toLowerCase(Locale.ROOT).contains("cookie"));
            assertEquals(List.of(), handled);
        } finally {
            CookieHandler.setDefault(before);
        }
    }

    @Test
    void saysNothingOfItself() {
        ProviderHeader header = new ProviderHeader("dpop", "canary");
        List<ProviderHeader> headers = List.of(header);
        assertEquals("ProviderHeader", header.toString());
        assertEquals("ProviderCall", new ProviderCall("GET", "x", headers, "y", 1).toString());
        assertEquals("ProviderAnswer", new ProviderAnswer(200, headers, "x").toString());
    }
}
