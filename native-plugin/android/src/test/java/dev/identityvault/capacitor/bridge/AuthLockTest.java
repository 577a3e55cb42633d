package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;
import dev.identityvault.capacitor.bridge.support.TestSignIn;

import org.junit.jupiter.api.Test;

/** What a sign-in does to the lock. BRIDGE.md §4.5, FORMAT.md §15. */
final class AuthLockTest {
    private final TestSignIn signIn = new TestSignIn();
    private final TestPage page = signIn.page;

    private String unlocked(String... changes) {
        String vault = page.open("a", changes);
        page.replace(vault, 1, "123456").result();
        return vault;
    }

    private Object isUnlocked(String vault) {
        return page.call("isUnlocked", vault, "{}").result();
    }

    @Test
    void locksNothingMerelyBecauseItIsShown() {
        String vault = unlocked("lockAfter:0");
        signIn.open();
        page.platform.leave();
        page.platform.timer.pass(599_999);
        assertEquals(true, isUnlocked(vault));
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(true, isUnlocked(vault));
        page.platform.leave();
        assertEquals(false, isUnlocked(vault));
    }

    @Test
    void locksNothingWhenItIsClosed() {
        String vault = unlocked("lockAfter:0");
        signIn.open();
        page.platform.leave();
        page.platform.comeBack();
        page.platform.timer.pass(1000);
        assertEquals(true, isUnlocked(vault));
    }

    @Test
    void locksBehindAUserWhoStaysAwayTooLong() {
        String vault = unlocked("lockAfter:0");
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.platform.timer.pass(600_000);
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
        assertEquals(false, isUnlocked(vault));
    }

    @Test
    void locksAsUsualWhereTheAppIsNotBackAtTheEnd() {
        String vault = unlocked("lockAfter:0");
        signIn.open();
        page.platform.leave();
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.timer.pass(5000);
        assertEquals(false, isUnlocked(vault));
    }

    @Test
    void locksAVaultWhoseSessionIsOver() {
        String vault = page.open("a");
        String settings = TestPage.settings().replace("}", ",sessionTimeout:5000}");
        page.call("configure", vault, "{settings:" + settings + "}").result();
        page.replace(vault, 1, "123456").result();
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.platform.timer.pass(5000);
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
        assertEquals(false, isUnlocked(vault));
    }

    @Test
    void neverLocksWhatNeverLocks() {
        String vault = unlocked();
        signIn.open();
        page.platform.leave();
        page.platform.timer.pass(6_000_000);
        page.platform.comeBack();
        page.platform.timer.pass(1000);
        assertEquals(true, isUnlocked(vault));
    }
}
