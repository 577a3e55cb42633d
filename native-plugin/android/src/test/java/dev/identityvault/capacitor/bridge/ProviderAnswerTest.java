package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import java.nio.charset.StandardCharsets;

/** What counts as a provider's answer. BRIDGE.md §4.1. */
final class ProviderAnswerTest {
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
    void tellsOnlySomeHeaders() {
        JSONObject answer =
                asked.answerTo(
                        String.join(
                                "\r\n",
                                "HTTP/1.1 400 Bad Request",
                                "Set-Cookie: a=b",
                                "X-Other: 1",
                                "Location: https://x/",
                                "RETRY-AFTER:\t3 ",
                                "Cache-Control: no-store",
                                "Date: Mon, 01 Jan 2035 00:00:00 GMT",
                                "WWW-Authenticate: DPoP",
                                "WWW-Authenticate: Bearer",
                                "DPoP-Nonce: n",
                                "Content-Type: application/json",
                                "Content-Length: 16",
                                "",
                                "{\"error\":\"grü\"}"));
        assertEquals(400, answer.optInt("status"));
        assertEquals(
                "[{'name':'content-type','value':'application/json'},"
                        + "{'name':'dpop-nonce','value':'n'},"
                        + "{'name':'www-authenticate','value':'DPoP, Bearer'},"
                        + "{'name':'date','value':'Mon, 01 Jan 2035 00:00:00 GMT'},"
                        + "{'name':'cache-control','value':'no-store'},"
                        + "{'name':'retry-after','value':'3'}]",
                answer.optJSONArray("headers").toString().replace('"', '\'').replace("\\/", "/"));
    }

    @Test
    void readsABodyHoweverItsEndIsTold() {
        assertEquals("abc", asked.bodyOf(OK + "Content-Length: 3\r\n\r\nabcdef"));
        assertEquals("abc", asked.bodyOf(OK + "\r\nabc"));
        assertEquals("abc", asked.bodyOf("HTTP/1.0 200\n\nabc"));
        String chunks = "1;x=y\r\na\r\n2 \r\nbc\r\n0\r\n\r\n";
        assertEquals("abc", asked.bodyOf(OK + "Transfer-Encoding: Chunked\r\n\r\n" + chunks));
        assertEquals("abc", asked.bodyOf("HTTP/1.1 100 Continue\r\n\r\n" + OK + "\r\nabc"));
        assertEquals("", asked.bodyOf("HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc"));
        assertEquals(
                "a", asked.bodyOf(OK + "Content-Encoding: Identity\r\nContent-Length: 1\r\n\r\na"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no HTTP\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 600 Odd\r\n\r\n",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\nA: b\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA : b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: \u0000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: a\r\n\r\nabcdefghijkl",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nabc",
                "HTTP/1.1 301 Moved\r\nLocation: /token\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\n\r\n",
                "HTTP/1.1 307 Temporary\r\nLocation: /\r\n\r\n",
                "HTTP/1.1 308 Permanent\r\nLocation: /\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n"
            })
    void takesNothingElseForAnAnswer(String answer) {
        server.answer(answer);
        Outcome outcome = asked.send();
        assertFalse(outcome.answer.has("result"), outcome.text());
        assertEquals(1, page.auth.opened.size());
    }

    @Test
    void takesAsMuchAsIsAllowed() {
        String most = "a".repeat(MOST);
        assertEquals(most, asked.bodyOf(OK + "\r\n" + most));
        assertEquals(most, asked.bodyOf(OK + "Content-Length: " + MOST + "\r\n\r\n" + most));
        assertNull(asked.bodyOf(OK + "\r\n" + most + "a"));
        assertNull(asked.bodyOf(OK + "Content-Length: " + (MOST + 1) + "\r\n\r\n" + most + "a"));
        String half =
                Integer.toHexString(MOST / 2 + 1) + "\r\n" + "a".repeat(MOST / 2 + 1) + "\r\n";
        String chunks = OK + "Transfer-Encoding: chunked\r\n\r\n" + half + half + "0\r\n\r\n";
        assertNull(asked.bodyOf(chunks));
        assertNull(asked.bodyOf(OK + "A: " + "a".repeat(65_536) + "\r\n\r\n"));
    }

    @Test
    void takesOnlyText() {
        server.answer((OK + "\r\n").getBytes(StandardCharsets.UTF_8), 0xc3);
        assertFalse(asked.send().answer.has("result"));
        server.answer((OK + "\r\n").getBytes(StandardCharsets.UTF_8), 0xed, 0xa0, 0x80);
        assertFalse(asked.send().answer.has("result"));
    }
}
