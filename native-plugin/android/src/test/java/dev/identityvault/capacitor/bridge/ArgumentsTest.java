package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.identityvault.capacitor.bridge.support.TestPage;

import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message of BRIDGE.md §4 is refused; what is not known is ignored. */
final class ArgumentsTest {
    private final TestPage page = new TestPage();
    private final String vault = page.open("a");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open {}",
                "open {descriptor:{key:'a'}}",
                "open {descriptor:{},settings:$}",
                "open {descriptor:{vaultName:'a'},settings:$}",
                "open {descriptor:{key:null},settings:$}",
                "open {descriptor:{key:'a'},settings:{}}",
                "open {descriptor:'a',settings:$}",
                "events {}",
                "events {after:-1}",
                "events {after:1.5}",
                "events {after:9007199254740992}",
                "events {after:'1'}",
                "acknowledge {}",
                "acknowledge {event:null}",
                "showBiometricPrompt {}",
                "showBiometricPrompt {texts:{androidBiometricsPromptTitle:null}}",
                "setHidesScreen {isHidden:1}",
            })
    void refusesCallsOfTheProcess(String call) {
        assertEquals("BridgeArguments", code(call, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read {}",
                "read {keys:'a'}",
                "read {keys:[1]}",
                "write {changes:{}}",
                "write {changes:[1]}",
                "write {changes:[{key:'a'}]}",
                "write {changes:[{json:'1'}]}",
                "write {changes:[{key:'a',json:1}]}",
                "replace {mode:1}",
                "replace {mode:9,entries:[]}",
                "replace {mode:4294967297,entries:[]}",
                "replace {mode:1,entries:[{key:'a',json:null}]}",
                "replace {mode:1,entries:[],passcode:'123456'}",
                "replace {mode:1,entries:[],passcode:{}}",
                "replace {mode:1,entries:[],passcode:{chosen:'short'}}",
                "rekey {}",
                "rekey {mode:'1'}",
                "slotsFor {mode:null}",
                "unlock {only:5}",
                "unlock {only:null}",
                "unlockWithPasscode {}",
                "unlockWithPasscode {passcode:{}}",
                "unlockWithPasscode {passcode:{chosen:'short'}}",
                "unlockWithPasscode {passcode:{text:1,chosen:'1234567890123456789012'}}",
                "configure {}",
            })
    void refusesCallsOfAVault(String call) {
        assertEquals("BridgeArguments", code(call, vault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode:8",
                "lockAfter:-1",
                "lockAfter:'1'",
                "hideScreen:0",
                "wipeAtMax:null",
                "maxAttempts:'5'",
                "onEnrollmentChange:'never'",
            })
    void refusesSettingsThatAreNone(String change) {
        assertEquals("BridgeArguments", code("configure {settings:$}", vault, change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxAttempts:0", "maxAttempts:256"})
    void tellsSettingsOutOfRangeApart(String change) {
        assertEquals("InvalidArguments", code("configure {settings:$}", vault, change));
    }

    @Test
    void refusesLongNamesAndIds() {
        String name = "x".repeat(65_537);
        assertEquals(
                "BridgeArguments", code("open {descriptor:{key:'" + name + "'},settings:$}", null));
        assertEquals("BridgeArguments", page.call("status", "v".repeat(65), "{}").code);
        String message =
                "{capability:'" + page.capability + "',call:'hidesScreen',arguments:{},id:";
        assertEquals("BridgeArguments", page.send(TestPage.json(message + "7}")).code);
        String id = "'" + "1".repeat(65) + "'}";
        assertEquals("BridgeArguments", page.send(TestPage.json(message + id)).code);
    }

    @Test
    void takesNamesAndIdsOfTheGreatestLength() throws Exception {
        assertNull(code("open {descriptor:{key:'" + "x".repeat(65_536) + "'},settings:$}", null));
        String reference = "endLease {lease:'" + "l".repeat(64);
        assertNull(code(reference + "'}", vault));
        assertEquals("BridgeArguments", code(reference + "l'}", vault));
        assertEquals("BridgeVault", page.call("status", "v".repeat(64), "{}").code);
        assertEquals("PolicyNotMet", page.replace(vault, 1, "1".repeat(65_536)).code);
        assertEquals("BridgeArguments", page.replace(vault, 1, "1".repeat(65_537)).code);
        String id = "1".repeat(64);
        JSONObject message = TestPage.json("{call:'hidesScreen',arguments:{}}");
        message.put("capability", page.capability).put("id", id);
        assertEquals(id, page.send(message).answer.optString("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "21,BridgeArguments",
        "22,MissingPasscode",
        "64,MissingPasscode",
        "65,BridgeArguments",
    })
    void takesReferencesOfTheirLengths(int length, String code) {
        String given = "passcode:{chosen:'" + "r".repeat(length) + "'}}";
        assertEquals(code, code("rekey {mode:1," + given, vault));
        assertEquals(code, code("unlockWithPasscode {" + given, vault));
    }

    @Test
    void ignoresWhatALaterVersionAdds() {
        page.call(
                        "configure",
                        vault,
                        "{later:1,settings:{later:{}," + TestPage.SETTINGS.substring(1) + "}")
                .result();
    }

    @Test
    void refusesHalfACharacter() {
        assertEquals(
                "InvalidArguments", code("open {descriptor:{key:'\\ud800'},settings:$}", null));
        page.replace(vault, 1, "123456").result();
        assertEquals("InvalidArguments", code("write {changes:[{key:'a',json:'\\ud800'}]}", vault));
    }

    /** Settings take the place of the dollar sign. */
    private String code(String call, String target, String... changes) {
        int end = call.indexOf(' ');
        String given = call.substring(end + 1).replace("$", TestPage.settings(changes));
        return page.call(call.substring(0, end), target, given).code;
    }
}
