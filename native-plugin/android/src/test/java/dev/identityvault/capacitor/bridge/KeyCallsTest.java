package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.vaults.Tristate;

import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.List;

/** Which keys a vault gets, and what opens it. */
final class KeyCallsTest {
    private final TestPage page = new TestPage();
    private final String vault = page.open("a");

    @ParameterizedTest
    @CsvSource({
        "0,[1],NO_BIOMETRIC_KEYS,[1]",
        "1,[3],[3],[3]",
        "2,'[1,3]',[3],'[1,3]'",
        "3,[],[],[]",
        "4,[1],[3],[1]",
        "5,[4],[4],[4]",
        "6,[2],[2],NO_DEVICE_CREDENTIAL_KEYS",
        "7,'[1,2]',[2],NO_DEVICE_CREDENTIAL_KEYS",
    })
    void givesEachModeItsSlots(
            int mode, String all, String withoutBiometrics, String withoutCredential) {
        assertEquals(all, slotsFor(mode));
        page.platform.hasBiometrics = false;
        assertEquals(withoutBiometrics, slotsFor(mode));
        page.platform.hasBiometrics = true;
        page.platform.hasCredentialKeys = false;
        assertEquals(withoutCredential, slotsFor(mode));
    }

    private String slotsFor(int mode) {
        Outcome outcome = page.call("slotsFor", vault, "{mode:" + mode + "}");
        if (outcome.answer != null) return outcome.result().toString();
        assertEquals("PolicyNotMet", outcome.code);
        return outcome.data.optString("reason");
    }

    @Test
    void storesNothingWhereTheScreenLockReleasesNoKeys() {
        page.platform.hasCredentialKeys = false;
        assertEquals("PolicyNotMet", page.replace(vault, 6, null).code);
        assertTrue(page.platform.world.isEmpty());
        page.platform.hasCredentialKeys = true;
        page.replace(vault, 6, null).result();
    }

    @Test
    void asksForAPasscodeWhereBiometricKeysTurnOutNotToBe() {
        page.platform.failsAtFirstBiometricKey = true;
        page.platform.entry = "123456";
        page.replace(vault, 4, null).result();
        assertEquals("[3]", status().optJSONArray("kinds").toString());
        page.call("lock", vault, "{}").result();
        page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").result();
    }

    @Test
    void refusesWhereThereIsNoOtherWay() {
        page.platform.failsAtFirstBiometricKey = true;
        assertEquals("PolicyNotMet", page.replace(vault, 0, null).code);
        page.platform.hasBiometrics = true;
        page.platform.entry = null;
        assertEquals("MissingPasscode", page.replace(vault, 4, null).code);
        assertTrue(page.platform.world.isEmpty());
    }

    @Test
    void changesTheModeAndThePasscode() {
        page.replace(vault, 1, "123456").result();
        page.call("rekey", vault, "{mode:2}").result();
        assertEquals("[1,3]", status().optJSONArray("kinds").toString());
        page.call("rekey", vault, "{mode:2,passcode:{text:'654321'}}").result();
        page.call("lock", vault, "{}").result();
        assertEquals(
                "AuthFailed",
                page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").code);
        page.call("unlockWithPasscode", vault, "{passcode:{text:'654321'}}").result();
    }

    @Test
    void remembersTheModeOfAVaultThatIsNotThereYet() {
        page.call("rekey", vault, "{mode:5}").result();
        page.call("write", vault, "{changes:[{key:'a',json:'1'}]}").result();
        assertEquals(5, status().optInt("mode"));
        assertFalse(status().optBoolean("isLocked"));
    }

    @Test
    void keepsAVaultInMemoryOutOfStorage() {
        page.replace(vault, 3, null).result();
        assertTrue(page.platform.world.isEmpty());
        assertTrue(status().optBoolean("isInUse"));
        page.call("lock", vault, "{}").result();
        assertFalse(status().optBoolean("isInUse"));
        assertEquals("no", protection().optString("persistent"));
    }

    @Test
    void bringsNothingBackThatCameBeforeAnErasure() {
        page.platform.entry = null;
        List<Runnable> later = new ArrayList<>();
        page.platform.executor = later::add;
        String slow = page.open("slow", "mode:5");
        page.call("write", slow, "{changes:[{key:'a',json:'1'}]}");
        page.call("erase", slow, "{}");
        runAll(later);
        assertTrue(page.platform.world.isEmpty());
    }

    @Test
    void readsWhatWasAskedForBefore() {
        List<Runnable> later = new ArrayList<>();
        page.platform.executor = later::add;
        String slow = page.open("slow", "mode:5");
        page.call("write", slow, "{changes:[{key:'a',json:'1'}]}");
        page.call("write", slow, "{changes:[{key:'b',json:'2'}]}");
        Outcome keys = page.call("keys", slow, "{}");
        Outcome all = page.call("readAll", slow, "{}");
        page.call("replace", slow, "{mode:5,entries:[{key:'c',json:'3'}]}");
        Outcome one = page.call("read", slow, "{keys:['c']}");
        page.call("rekey", slow, "{mode:3}");
        Outcome moved = page.call("keys", slow, "{}");
        runAll(later);
        assertEquals("[\"a\",\"b\"]", keys.result().toString());
        assertEquals(2, ((JSONArray) all.result()).length());
        assertEquals(1, ((JSONArray) one.result()).length());
        assertEquals("[\"c\"]", moved.result().toString());
    }

    @Test
    void letsNoChangeWaitForARead() {
        List<Runnable> later = new ArrayList<>();
        page.platform.executor = later::add;
        String slow = page.open("slow", "mode:5");
        Outcome read = page.call("readAll", slow, "{}");
        Runnable reading = later.remove(0);
        Outcome erased = page.call("rekey", slow, "{mode:3}");
        assertTrue(read.isWaiting());
        assertNull(erased.result());
        reading.run();
        runAll(later);
        assertEquals("[]", read.result().toString());
    }

    @Test
    void makesNoVaultOfARemoval() {
        page.call("write", vault, "{changes:[{key:'a',json:null}]}").result();
        assertTrue(page.platform.world.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "YES,5,yes,not-needed,no",
        "NO,5,no,not-needed,no",
        "YES,1,yes,impossible,yes",
        "NO,1,no,possible,yes",
        "UNKNOWN,1,unknown,unknown,yes",
        "NO,0,no,impossible,yes",
    })
    void reportsWhatHolds(
            Tristate hardware, int mode, String backed, String guessing, String verified) {
        page.platform.hardware = hardware;
        page.replace(vault, mode, mode == 1 ? "123456" : null).result();
        assertEquals(backed, protection().optString("hardwareBacked"));
        assertEquals(guessing, protection().optString("offlineGuessing"));
        assertEquals(verified, protection().optString("userVerification"));
        assertEquals("yes", protection().optString("nonExtractableKey"));
    }

    @Test
    void sharesOnePromptAndGoesOnWithoutIt() {
        page.replace(vault, 0, null).result();
        page.call("lock", vault, "{}").result();
        page.platform.systemPrompt = new Answer<>();
        Outcome one = page.call("unlock", vault, "{}");
        Outcome two = page.call("unlock", vault, "{}");
        assertTrue(one.isWaiting() && two.isWaiting());
        assertEquals(true, status().optBoolean("isLocked"));
        CoreErrorCode canceled = CoreErrorCode.USER_CANCELED;
        page.platform.systemPrompt.reject(new CoreError(canceled, "x"));
        assertEquals("UserCanceledInteraction", one.code);
        assertEquals("UserCanceledInteraction", two.code);
    }

    @Test
    void endsThePromptOfAVaultThatIsLockedMeanwhile() {
        page.replace(vault, 0, null).result();
        page.call("lock", vault, "{}").result();
        page.platform.systemPrompt = new Answer<>();
        Outcome unlock = page.call("unlock", vault, "{}");
        boolean[] isDismissed = {false};
        page.platform.contexts.get(0).shown(() -> isDismissed[0] = true);
        page.call("lock", vault, "{}").result();
        assertEquals("VaultLocked", unlock.code);
        assertTrue(isDismissed[0]);
    }

    /** In a process that knows the vault, and in one that has looked at nothing yet. */
    @ParameterizedTest
    @CsvSource({
        "unlock,false",
        "unlock,true",
        "unlockWithPasscode,false",
        "unlockWithPasscode,true"
    })
    void staysLockedWhereALockComesAfterTheUnlock(String call, boolean isNew) {
        String given = call.equals("unlock") ? "{}" : "{passcode:{text:'123456'}}";
        page.platform.entry = "123456";
        List<Runnable> later = new ArrayList<>();
        page.platform.executor = later::add;
        String slow = page.open("slow");
        page.replace(slow, 1, "123456");
        runAll(later);
        page.call("lock", slow, "{}").result();
        TestPage asking = isNew ? new TestPage(page.platform) : page;
        asking.open("slow");
        Outcome unlock = asking.call(call, slow, given);
        asking.call("lock", slow, "{}").result();
        runAll(later);
        assertEquals("VaultLocked", unlock.code);
        assertEquals(false, asking.call("isUnlocked", slow, "{}").result());
        Outcome again = asking.call(call, slow, given);
        runAll(later);
        assertNull(again.result());
        assertEquals(true, asking.call("isUnlocked", slow, "{}").result());
    }

    private static void runAll(List<Runnable> later) {
        while (!later.isEmpty()) later.remove(0).run();
    }

    @Test
    void tellsThatTheKeyStoreFailedInAPrompt() {
        page.replace(vault, 0, null).result();
        page.call("lock", vault, "{}").result();
        CoreErrorCode code = CoreErrorCode.TEMPORARILY_UNAVAILABLE;
        CoreError failure = new CoreError(code, "x", new InvalidKeyException("x"));
        page.platform.systemPrompt = new Answer<>();
        Outcome unlock = page.call("unlock", vault, "{}");
        page.platform.contexts.get(0).failed(failure);
        page.platform.systemPrompt.reject(failure);
        assertEquals("AndroidUnexpectedKeystoreError", unlock.code);
    }

    @Test
    void offersTheScreenLockOnlyWhereItIsAWay() {
        page.replace(vault, 7, null).result();
        page.call("lock", vault, "{}").result();
        page.call("unlock", vault, "{only:1}").result();
        assertFalse(page.platform.contexts.get(0).offersDeviceCredential());
        page.call("lock", vault, "{}").result();
        page.call("unlock", vault, "{}").result();
        assertTrue(page.platform.contexts.get(0).offersDeviceCredential());
    }

    private JSONObject status() {
        return (JSONObject) page.call("status", vault, "{}").result();
    }

    private JSONObject protection() {
        return (JSONObject) page.call("protection", vault, "{}").result();
    }
}
