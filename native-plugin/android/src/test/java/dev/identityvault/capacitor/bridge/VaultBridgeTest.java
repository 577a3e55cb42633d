package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;

import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class VaultBridgeTest {
    private final TestPage page = new TestPage();

    @Test
    void greetsEachPageWithAnotherNumberAndTheSameCapability() throws IOException {
        JSONObject first = page.hello("{protocols:[9,'1',1]}", false).answer;
        JSONObject second = page.hello("{protocols:[1]}", false).answer;
        assertEquals(1, first.optInt("protocol"));
        assertEquals(first.optInt("page") + 1, second.optInt("page"));
        assertEquals(first.optString("capability"), second.optString("capability"));
        assertTrue(first.optString("capability").matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(first.optString("capability"), new TestPage().capability);
        Path manifest = Path.of(System.getProperty("vectors"), "../package.json");
        String version =
                JsonParser.parseString(Files.readString(manifest))
                        .getAsJsonObject()
                        .get("version")
                        .getAsString();
        assertEquals(version, first.optString("version"));
    }

    @Test
    void refusesAnotherProtocolAndABuildThatLogs() {
        for (String each : new String[] {"[2]", "[]", "['1']", "[1.5,-1,null]"}) {
            Outcome other = page.hello("{protocols:" + each + "}", false);
            assertEquals("BridgeProtocol", other.code);
            assertEquals("{\"protocols\":[1]}", other.data.toString());
        }
        assertEquals("PolicyNotMet", page.hello("{protocols:[1]}", true).code);
        for (String none : new String[] {"{}", "{protocols:1}", "{protocols:'[1]'}"})
            assertEquals("VaultUnavailable", page.hello(none, false).code);
    }

    @ParameterizedTest
    @CsvSource({"''", "'capability:null,'", "'capability:\"x\",'", "'capability:7,'"})
    void looksAtNothingBeforeTheCapability(String capability) {
        Outcome refused = page.send(TestPage.json("{" + capability + "id:'1.1',call:'nonsense'}"));
        assertEquals("BridgeCapability", refused.code);
        assertEquals("1.1", refused.data.optString("id"));
    }

    @Test
    void takesNoCapabilityThatDiffersInOneCharacter() throws Exception {
        for (int at = 0; at < page.capability.length(); at++) {
            StringBuilder other = new StringBuilder(page.capability);
            other.setCharAt(at, other.charAt(at) == 'A' ? 'B' : 'A');
            JSONObject message = TestPage.json("{id:'1.1',call:'hidesScreen',arguments:{}}");
            message.put("capability", other.toString());
            assertEquals("BridgeCapability", page.send(message).code);
        }
    }

    @Test
    void storesReadsLocksAndUnlocks() {
        String vault = page.open("a");
        assertTrue(vault.matches("[A-Za-z0-9_-]{1,64}"));
        assertNull(page.replace(vault, 1, "123456").result());
        assertEquals(
                "[" + TestPage.json("{key:'session',json:'\"s3cret\"'}") + "]",
                page.call("read", vault, "{keys:['session','none','session']}")
                        .result()
                        .toString());
        page.call("write", vault, "{changes:[{key:'b',json:'1'},{key:'b',json:'2'}]}").result();
        page.call("write", vault, "{changes:[{key:'session',json:null}]}").result();
        assertEquals("[\"b\"]", page.call("keys", vault, "{}").result().toString());
        page.call("lock", vault, "{}").result();
        assertEquals("VaultLocked", page.call("readAll", vault, "{}").code);
        assertEquals(
                "AuthFailed",
                page.call("unlockWithPasscode", vault, "{passcode:{text:'000000'}}").code);
        page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").result();
        assertEquals(
                "[" + TestPage.json("{key:'b',json:'2'}") + "]",
                page.call("readAll", vault, "{}").result().toString());
        page.call("erase", vault, "{}").result();
        assertEquals("[]", page.call("keys", vault, "{}").result().toString());
        assertTrue(page.platform.world.isEmpty());
    }

    @Test
    void writesByALeaseOnceAfterALockAndReadsNothing() {
        String vault = page.open("a");
        page.replace(vault, 1, "123456").result();
        Object lease = page.call("lease", vault, "{keys:['session']}").result();
        page.call("lock", vault, "{}").result();
        String renewed = "{changes:[{key:'session',json:'2'}],lease:'" + lease + "'}";
        assertNull(page.call("write", vault, renewed).result());
        assertEquals("VaultLocked", page.call("readAll", vault, "{}").code);
        assertEquals("VaultLocked", page.call("write", vault, renewed).code);
        page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").result();
        assertEquals(
                "[" + TestPage.json("{key:'session',json:'2'}") + "]",
                page.call("readAll", vault, "{}").result().toString());
    }

    @Test
    void writesNothingByALeaseThatEnded() {
        String vault = page.open("a");
        page.replace(vault, 1, "123456").result();
        Object lease = page.call("lease", vault, "{keys:['session']}").result();
        assertNull(page.call("endLease", vault, "{lease:'" + lease + "'}").result());
        page.call("lock", vault, "{}").result();
        String renewed = "{changes:[{key:'session',json:'2'}],lease:'" + lease + "'}";
        assertEquals("VaultLocked", page.call("write", vault, renewed).code);
    }

    @Test
    void takesTheReportOfSomebodyWhoIsThere() {
        String vault = page.open("a");
        page.replace(vault, 1, "123456").result();
        assertNull(page.call("activity", vault, "{}").result());
        page.call("lock", vault, "{}").result();
        assertNull(page.call("activity", vault, "{}").result());
        assertEquals("VaultLocked", page.call("readAll", vault, "{}").code);
    }

    @Test
    void keepsAVaultOfADescriptorOnceAndTellsOthersApart() {
        assertEquals(page.open("a"), page.open("a"));
        assertNotEquals(page.open("a"), page.open("b"));
        String named =
                "{descriptor:{vaultName:'a',username:''},settings:" + TestPage.SETTINGS + "}";
        assertNotEquals(page.open("a"), page.call("open", null, named).result());
    }

    @Test
    void saysWhatCanBeSaidWhileNothingIsStored() {
        String vault = page.open("a", "mode:2");
        JSONObject status = (JSONObject) page.call("status", vault, "{}").result();
        assertEquals(
                TestPage.json(
                                "{mode:2,kinds:[1,3],isStored:false,isInUse:false,hasSession:false,"
                                    + "isLocked:false,isPasscodeSetupNeeded:true,attemptsLeft:5}")
                        .toString(),
                status.toString());
        page.replace(vault, 2, "123456").result();
        page.call("lock", vault, "{}").result();
        status = (JSONObject) page.call("status", vault, "{}").result();
        assertTrue(status.optBoolean("isLocked") && status.optBoolean("hasSession"));
        assertEquals(false, page.call("isUnlocked", vault, "{}").result());
    }

    @Test
    void tellsWhatACallCausesBeforeItsAnswer() {
        String vault = page.open("a");
        page.replace(vault, 1, "123456").result();
        Outcome waiting = page.call("events", null, "{after:1}");
        assertTrue(waiting.isWaiting());
        Outcome locked = page.call("lock", vault, "{}");
        assertEquals(2, locked.answer.optInt("events"));
        assertEquals(
                TestPage.json(
                                "{number:2,vault:'"
                                        + vault
                                        + "',type:'locked',saved:true,timeout:false}")
                        .toString(),
                ((JSONArray) waiting.result()).optJSONObject(0).toString());
        Outcome refused = page.call("readAll", vault, "{}");
        assertEquals(2, refused.data.optInt("events"));
    }

    @Test
    void takesEachCallWithItsOwnTargetOnly() {
        String vault = page.open("a");
        assertEquals("BridgeArguments", page.call("hidesScreen", vault, "{}").code);
        assertEquals("BridgeArguments", page.call("status", null, "{}").code);
        assertEquals("BridgeVault", page.call("status", "other", "{}").code);
        assertEquals("BridgeArguments", page.call("toString", vault, "{}").code);
    }

    @Test
    void asksTheDevice() {
        assertEquals(
                TestPage.json(
                                "{hardware:['fingerprint'],strength:'strong',permission:'granted',"
                                        + "hasSecureHardware:true,isLockedOut:false,"
                                        + "isSystemPasscodeSet:true}")
                        .toString(),
                page.call("deviceFacts", null, "{}").result().toString());
        assertEquals(true, page.call("isBiometricsSupported", null, "{}").result());
        assertEquals(true, page.call("isBiometricsAvailable", null, "{}").result());
        page.call(
                        "showBiometricPrompt",
                        null,
                        "{texts:{androidBiometricsPromptTitle:'T',"
                                + "androidBiometricsNegativeButtonText:''}}")
                .result();
        assertEquals("T", page.platform.provedWith.title());
        assertNull(page.platform.provedWith.negativeButton());
        assertEquals(false, page.call("hidesScreen", null, "{}").result());
        page.call("setHidesScreen", null, "{isHidden:true}").result();
        assertEquals(true, page.call("hidesScreen", null, "{}").result());
        assertTrue(page.platform.isHiddenFromRecents);
    }

    @Test
    void refusesMoreTextThanFits() {
        String vault = page.open("a");
        page.replace(vault, 1, "123456").result();
        String half = "x".repeat(8 * 1024 * 1024);
        String changes = "{key:'a',json:'" + half + "'},{key:'b',json:'" + half + "'}";
        Outcome refused = page.call("write", vault, "{changes:[" + changes + "]}");
        assertEquals("LimitExceeded", refused.code);
        assertFalse(refused.text().contains("xxx"));
    }

    @Test
    void asksForNoMoreTextThanFits() {
        String vault = page.open("a");
        String half = "x".repeat(8 * 1024 * 1024);
        String keys = "{keys:['" + half + "','" + half;
        assertEquals("[]", page.call("read", vault, keys + "']}").result().toString());
        assertEquals("LimitExceeded", page.call("read", vault, keys + "x']}").code);
    }

    @Test
    void tellsNoSecretWithARefusal() {
        String vault = page.open("a");
        page.replace(vault, 1, "canary-1").result();
        page.call("lock", vault, "{}").result();
        StringBuilder heard = new StringBuilder();
        heard.append(page.call("unlockWithPasscode", vault, "{passcode:{text:'canary-2'}}").text());
        heard.append(page.call("write", vault, "{changes:[{key:'k',json:'canary-3'}]}").text());
        heard.append(page.replace(vault, 1, "can").text());
        assertFalse(heard.toString().contains("can"), heard.toString());
        assertFalse(heard.toString().contains(page.capability));
    }
}
