package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.core.ports.Answer;

import org.junit.jupiter.api.Test;

/** The cover, and what it waits for. BRIDGE.md §5.3. */
final class ScreenTest {
    private final TestPage page = new TestPage();

    private String unlocked(String... changes) {
        String vault = page.open("a", changes);
        page.replace(vault, 1, "123456").result();
        return vault;
    }

    @Test
    void coversWhatIsLeftAndShowsItAgain() {
        unlocked("hideScreen:true");
        assertTrue(page.platform.isHiddenFromRecents);
        page.platform.leave();
        assertTrue(page.platform.isCovered);
        page.platform.comeBack();
        assertFalse(page.platform.isCovered);
    }

    @Test
    void staysCoveredUntilTheAppHasLeftThePage() {
        unlocked("hideScreen:true", "lockAfter:0");
        page.platform.leave();
        page.platform.comeBack();
        assertTrue(page.platform.isCovered);
        page.call("acknowledge", null, "{event:1}").result();
        assertTrue(page.platform.isCovered);
        page.call("acknowledge", null, "{event:2}").result();
        assertFalse(page.platform.isCovered);
    }

    @Test
    void waitsNoLongerThanTwoSeconds() {
        unlocked("hideScreen:true", "lockAfter:0");
        page.platform.leave();
        page.platform.comeBack();
        page.platform.timer.pass(1999);
        assertTrue(page.platform.isCovered);
        page.platform.timer.pass(1);
        assertFalse(page.platform.isCovered);
    }

    @Test
    void isNotUncoveredByAnAnswerToAnEarlierLock() {
        unlocked("hideScreen:true", "lockAfter:0");
        page.platform.leave();
        page.platform.comeBack();
        page.platform.leave();
        page.call("acknowledge", null, "{event:2}").result();
        assertTrue(page.platform.isCovered);
        page.platform.timer.pass(2000);
        assertTrue(page.platform.isCovered);
    }

    @Test
    void locksInTimeWithoutAnybodyAsking() {
        String vault = unlocked("lockAfter:5000");
        page.platform.leave();
        page.platform.timer.pass(4999);
        assertEquals(2, lastEventAfterCall(vault) + 1);
        page.platform.timer.pass(1);
        assertEquals("locked", page.eventsAfter(1).optJSONObject(0).optString("type"));
        assertTrue(page.eventsAfter(1).optJSONObject(0).optBoolean("timeout"));
    }

    private long lastEventAfterCall(String vault) {
        return page.call("isUnlocked", vault, "{}").answer.optLong("events");
    }

    @Test
    void locksNoVaultBehindAPromptThatItShowsItself() {
        String vault = unlocked("lockAfter:0");
        page.platform.proof = new Answer<>();
        page.call("showBiometricPrompt", null, "{texts:{}}");
        page.platform.leave();
        assertEquals(true, page.call("isUnlocked", vault, "{}").result());
        page.platform.proof.resolve(null);
        assertEquals(false, page.call("isUnlocked", vault, "{}").result());
    }

    @Test
    void tellsOfALockOfAnotherVaultThatIsDue() {
        String vault = unlocked("lockAfter:5000");
        page.platform.leave();
        page.platform.world.now.addAndGet(5000);
        assertEquals(2, page.call("hidesScreen", null, "{}").answer.optLong("events"));
        assertEquals(vault, page.eventsAfter(1).optJSONObject(0).optString("vault"));
    }

    @Test
    void coversForEveryVaultAndForNone() {
        page.call("setHidesScreen", null, "{isHidden:true}").result();
        page.platform.leave();
        assertTrue(page.platform.isCovered);
        page.platform.comeBack();
        assertFalse(page.platform.isCovered);
        unlocked();
        page.platform.leave();
        assertTrue(page.platform.isCovered);
        page.platform.comeBack();
        page.call("setHidesScreen", null, "{isHidden:false}").result();
        page.platform.leave();
        assertFalse(page.platform.isCovered);
        assertFalse(page.platform.isHiddenFromRecents);
    }

    @Test
    void hidesAmongTheRecentAppsAsLongAsOneVaultWantsIt() {
        String a = page.open("a", "hideScreen:true");
        page.open("b", "hideScreen:true");
        page.call("configure", a, "{settings:" + TestPage.settings() + "}").result();
        assertTrue(page.platform.isHiddenFromRecents);
        page.open("b");
        assertFalse(page.platform.isHiddenFromRecents);
    }
}
