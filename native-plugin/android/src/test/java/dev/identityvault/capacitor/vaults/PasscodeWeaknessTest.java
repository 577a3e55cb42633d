package dev.identityvault.capacitor.vaults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

final class PasscodeWeaknessTest {
    /** The same cases as in TypeScript and Swift. */
    @TestFactory
    List<DynamicTest> cases() throws IOException {
        Path file =
                Path.of(System.getProperty("vectors"), "../scenarios/prompt/weak-passcodes.json");
        JsonObject cases = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonElement element : cases.getAsJsonArray("cases")) {
            JsonObject each = element.getAsJsonObject();
            String passcode = each.get("passcode").getAsString();
            tests.add(
                    dynamicTest(
                            passcode,
                            () -> assertEquals(expected(each), nameOf(passcode.toCharArray()))));
        }
        return tests;
    }

    @Test
    void leavesWhatWasTypedToItsOwner() {
        char[] typed = "Passwörd".toCharArray();
        PasscodeWeakness.of(typed);
        assertArrayEquals("Passwörd".toCharArray(), typed);
    }

    private static String expected(JsonObject each) {
        return each.has("weakness") ? each.get("weakness").getAsString() : null;
    }

    private static String nameOf(char[] typed) {
        PasscodeWeakness weakness = PasscodeWeakness.of(typed);
        return weakness == null ? null : weakness.name().toLowerCase(Locale.ROOT);
    }
}
