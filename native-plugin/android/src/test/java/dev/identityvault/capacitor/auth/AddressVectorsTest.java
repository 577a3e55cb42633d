package dev.identityvault.capacitor.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.identityvault.capacitor.vaults.VaultRefusal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The same cases as in TypeScript and Swift. */
final class AddressVectorsTest {
    private final JsonObject vectors = read();
    private final AuthOrigins origins = AuthOrigins.of(configured());

    private static JsonObject read() {
        Path file = Path.of(System.getProperty("vectors"), "auth-addresses.json");
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private String[] configured() {
        List<String> entries = new ArrayList<>();
        for (JsonElement each : vectors.getAsJsonArray("origins")) entries.add(each.getAsString());
        return entries.toArray(new String[0]);
    }

    @TestFactory
    List<DynamicTest> addresses() {
        return tests("cases", "isAllowed", each -> allows(origins, text(each, "url")));
    }

    @TestFactory
    List<DynamicTest> entries() {
        return tests("entries", "isOrigin", each -> allowsItself(text(each, "origin")));
    }

    @TestFactory
    List<DynamicTest> callbackUrls() {
        return tests(
                "callbackUrls",
                "isUsable",
                each -> new AuthCallback(text(each, "callbackUrl"), null).isUsable());
    }

    @TestFactory
    List<DynamicTest> callbacks() {
        return tests(
                "callbacks",
                "isAnswer",
                each ->
                        new AuthCallback(text(each, "callbackUrl"), text(each, "state"))
                                .isAnsweredBy(text(each, "url")));
    }

    /** Where an i has a dot also in upper case, and an I has none in lower case. */
    @Test
    void knowsNoLanguage() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertTrue(allows(AuthOrigins.of("HTTPS://ID.EXAMPLE"), "https://id.example/a"));
            AuthCallback callback = new AuthCallback("com.kiosk.app:/cb", null);
            assertTrue(callback.isAnsweredBy("COM.KIOSK.APP:/cb"));
        } finally {
            Locale.setDefault(usual);
        }
    }

    private List<DynamicTest> tests(String list, String flag, Predicate<JsonObject> judge) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonElement element : vectors.getAsJsonArray(list)) {
            JsonObject each = element.getAsJsonObject();
            boolean expected = each.get(flag).getAsBoolean();
            tests.add(
                    dynamicTest(
                            text(each, "why"),
                            () -> assertEquals(expected, judge.test(each), each.toString())));
        }
        return tests;
    }

    private static String text(JsonObject each, String name) {
        return each.has(name) ? each.get(name).getAsString() : null;
    }

    private static boolean allowsItself(String entry) {
        return allows(AuthOrigins.of(entry), entry);
    }

    private static boolean allows(AuthOrigins origins, String address) {
        try {
            origins.allowed(address);
            return true;
        } catch (VaultRefusal refusal) {
            assertEquals("ORIGIN_NOT_ALLOWED", refusal.reason());
            return false;
        }
    }
}
