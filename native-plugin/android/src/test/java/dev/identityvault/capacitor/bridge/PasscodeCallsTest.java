package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.vaults.PasscodeComplaint;

import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** Passcodes: chosen, given, and tried. BRIDGE.md §4.3. */
final class PasscodeCallsTest {
    private static final long TEN_MINUTES = 10 * 60 * 1000L;

    private final TestPage page = new TestPage();
    private final String vault = page.open("a");

    private String chosen() {
        page.platform.entry = "123456";
        JSONObject result = (JSONObject) page.call("choosePasscode", vault, "{}").result();
        return result.optString("chosen", null);
    }

    private Outcome replaceWith(String reference) {
        return page.call(
                "replace", vault, "{mode:1,entries:[],passcode:{chosen:'" + reference + "'}}");
    }

    @Test
    void knowsAChosenPasscodeByAReferenceForOneUse() {
        String reference = chosen();
        assertTrue(reference.matches("[A-Za-z0-9_-]{22}"));
        assertNull(replaceWith(reference).result());
        page.call("lock", vault, "{}").result();
        page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").result();
        assertEquals("MissingPasscode", replaceWith(reference).code);
    }

    @Test
    void takesTheReferenceOutWhateverBecomesOfIt() {
        String reference = chosen();
        String other = page.open("b");
        String given = "{mode:1,entries:[],passcode:{chosen:'" + reference + "'}}";
        assertEquals("MissingPasscode", page.call("replace", other, given).code);
        assertEquals("MissingPasscode", replaceWith(reference).code);
    }

    @Test
    void triesNoneThatIsMeantByAReference() {
        String reference = chosen();
        assertNull(replaceWith(chosen()).result());
        page.call("lock", vault, "{}").result();
        String given = "{passcode:{chosen:'" + reference + "'}}";
        assertEquals("MissingPasscode", page.call("unlockWithPasscode", vault, given).code);
        assertEquals(false, page.call("isUnlocked", vault, "{}").result());
        assertNull(replaceWith(reference).result());
    }

    @Test
    void dropsItAfterTenMinutesOrForAFifth() {
        String late = chosen();
        page.platform.timer.pass(TEN_MINUTES - 1);
        String first = chosen();
        page.platform.timer.pass(1);
        assertEquals("MissingPasscode", replaceWith(late).code);
        for (int each = 0; each < 4; each++) chosen();
        assertEquals("MissingPasscode", replaceWith(first).code);
    }

    @Test
    void answersNothingWhenTheUserCancelled() {
        page.platform.entry = null;
        assertEquals("{}", page.call("choosePasscode", vault, "{}").result().toString());
    }

    @Test
    void needsOneThatIsAllowed() {
        assertEquals("MissingPasscode", page.replace(vault, 1, null).code);
        Outcome tooShort = page.replace(vault, 1, "123");
        assertEquals("PolicyNotMet", tooShort.code);
        assertEquals("PASSCODE_NOT_ALLOWED", tooShort.data.optString("reason"));
        assertEquals("PolicyNotMet", page.replace(vault, 1, "1".repeat(129)).code);
        assertEquals("PolicyNotMet", page.replace(vault, 1, "123\\ufdd0").code);
        assertTrue(page.platform.world.isEmpty());
    }

    @Test
    void countsDelaysAndErases() {
        page.replace(vault, 1, "123456").result();
        page.call("lock", vault, "{}").result();
        String wrong = "{passcode:{text:'000000'}}";
        for (int each = 0; each < 3; each++)
            assertEquals("AuthFailed", page.call("unlockWithPasscode", vault, wrong).code);
        Outcome delayed = page.call("unlockWithPasscode", vault, wrong);
        assertEquals("AttemptDelayed", delayed.code);
        assertEquals(5000, delayed.data.optLong("retryAfter"));
        assertEquals(
                "InvalidArguments",
                page.call("unlockWithPasscode", vault, "{passcode:{text:'1'}}").code);
        page.platform.world.now.addAndGet(5000);
        assertEquals("AuthFailed", page.call("unlockWithPasscode", vault, wrong).code);
        page.platform.world.now.addAndGet(30_000);
        Outcome last = page.call("unlockWithPasscode", vault, wrong);
        assertEquals("TooManyFailedAttempts", last.code);
        long told = last.data.optLong("events");
        assertEquals("configured", page.eventsAfter(told - 1).optJSONObject(0).optString("type"));
        assertTrue(page.platform.world.isEmpty());
    }

    @Test
    void saysInThePromptHowManyAttemptsAreLeft() {
        page.replace(vault, 1, "123456").result();
        page.call("lock", vault, "{}").result();
        page.platform.entry = "000000";
        assertEquals("UserCanceledInteraction", page.call("unlock", vault, "{}").code);
        page.call("unlock", vault, "{}");
        page.call("unlock", vault, "{}");
        assertEquals(
                new PasscodeComplaint(CoreErrorCode.AUTHENTICATION_FAILED, 5000, 2),
                page.platform.complaints.get(2));
        page.platform.world.now.addAndGet(2000);
        page.call("unlock", vault, "{}");
        assertEquals(
                new PasscodeComplaint(CoreErrorCode.ATTEMPT_DELAYED, 3000, 2),
                page.platform.complaints.get(3));
        page.platform.entry = "123456";
        page.platform.world.now.addAndGet(3000);
        page.call("unlock", vault, "{}").result();
        assertEquals(true, page.call("isUnlocked", vault, "{}").result());
    }

    @Test
    void saysWhetherAPasscodeWasSeen() {
        replaceWith(chosen()).result();
        assertEquals("no", protection("passcodeSeenByJs"));
        page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").result();
        page.call("lock", vault, "{}").result();
        page.call("unlockWithPasscode", vault, "{passcode:{text:'000000'}}");
        assertEquals("no", protection("passcodeSeenByJs"));
        page.call("unlockWithPasscode", vault, "{passcode:{text:'123456'}}").result();
        assertEquals("yes", protection("passcodeSeenByJs"));
        page.call("erase", vault, "{}").result();
        assertEquals("unknown", protection("passcodeSeenByJs"));
        assertEquals("advisory", protection("attemptLimit"));
        assertEquals("impossible", protection("offlineGuessing"));
    }

    private String protection(String member) {
        JSONObject report = (JSONObject) page.call("protection", vault, "{}").result();
        assertNotNull(report);
        assertFalse(report.isNull(member));
        return report.optString(member);
    }
}
