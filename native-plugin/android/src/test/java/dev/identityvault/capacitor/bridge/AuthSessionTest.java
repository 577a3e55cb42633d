package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;
import dev.identityvault.capacitor.bridge.support.TestSignIn;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.VaultRefusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sign-in in the browser comes to. BRIDGE.md §4.5. */
final class AuthSessionTest {
    private final TestSignIn signIn = new TestSignIn();
    private final TestPage page = signIn.page;

    @Test
    void answersTheAddressThatTheUserCameBackWith() {
        Outcome outcome = signIn.open("isEphemeral:true");
        assertEquals("https://login.example.com/authorize?state=s1", page.auth.shown.get(0).url());
        assertTrue(page.auth.shown.get(0).isEphemeral());
        page.platform.leave();
        assertTrue(outcome.isWaiting());
        page.bridge.arrive(TestSignIn.ANSWER);
        assertTrue(outcome.isWaiting());
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
        assertEquals(null, signIn.take("s1"));
    }

    @Test
    void takesAnAddressThatComesAfterTheUser() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.platform.comeBack();
        page.platform.timer.pass(999);
        assertTrue(outcome.isWaiting());
        page.bridge.arrive(TestSignIn.ANSWER);
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
    }

    @Test
    void takesAnAddressWithoutAUserAfterAWhile() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.timer.pass(4999);
        assertTrue(outcome.isWaiting());
        page.platform.timer.pass(1);
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
    }

    @Test
    void tellsThatTheUserClosedIt() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.platform.comeBack();
        page.platform.timer.pass(1000);
        assertEquals("{}", outcome.result().toString());
        assertTrue(signIn.open("state:'s2'").isWaiting());
    }

    @Test
    void waitsOnForAUserWhoOnlySawTheAppForAMoment() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.platform.comeBack();
        page.platform.timer.pass(500);
        page.platform.leave();
        page.platform.timer.pass(60_000);
        assertTrue(outcome.isWaiting());
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
    }

    @Test
    void isNotClosedBeforeTheBrowserIsThere() {
        page.platform.leave();
        page.auth.showing = new Answer<>();
        Outcome outcome = signIn.open();
        page.platform.comeBack();
        page.platform.leave();
        page.platform.comeBack();
        page.bridge.arrive(TestSignIn.PLACE + "?error=access_denied");
        page.platform.timer.pass(60_000);
        assertTrue(outcome.isWaiting());
        assertEquals(1, page.auth.shown.size());
        page.auth.showing.resolve(true);
        assertTrue(outcome.isWaiting());
        page.platform.leave();
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
    }

    private Outcome leftBeforeItWasKnownToBeThere() {
        page.auth.showing = new Answer<>();
        Outcome outcome = signIn.open();
        page.platform.leave();
        return outcome;
    }

    @Test
    void isClosedByWhoLeftBeforeItWasKnownToBeThere() {
        Outcome outcome = leftBeforeItWasKnownToBeThere();
        page.auth.showing.resolve(true);
        page.platform.comeBack();
        page.platform.timer.pass(1000);
        assertEquals("{}", outcome.result().toString());
    }

    @Test
    void isClosedByWhoCameBackBeforeItWasKnownToBeThere() {
        Outcome outcome = leftBeforeItWasKnownToBeThere();
        page.platform.comeBack();
        page.platform.timer.pass(60_000);
        assertTrue(outcome.isWaiting());
        page.auth.showing.resolve(true);
        page.platform.timer.pass(999);
        assertTrue(outcome.isWaiting());
        page.platform.timer.pass(1);
        assertEquals("{}", outcome.result().toString());
    }

    @Test
    void takesTheAnswerOfWhoCameBackBeforeItWasKnownToBeThere() {
        Outcome outcome = leftBeforeItWasKnownToBeThere();
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        page.auth.showing.resolve(true);
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
    }

    @Test
    void isThereForWhoCameBackAndLeftAgainBeforeThatWasKnown() {
        Outcome outcome = leftBeforeItWasKnownToBeThere();
        page.platform.comeBack();
        page.platform.leave();
        page.auth.showing.resolve(true);
        page.platform.timer.pass(60_000);
        assertTrue(outcome.isWaiting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.app:/auth/callback?code=1",
                "com.example.app:/auth/callback?code=1&state=s2",
                "com.example.app:/auth/callback?error=access_denied",
                "com.example.app:/auth/callback?error=access_denied&state=s2",
                "com.example.app:/auth/callback?code=1&state=s1&state=s1",
                "com.example.app:/other?code=1&state=s1",
                "https://login.example.com/?code=1&state=s1"
            })
    void goesOnAfterAForgedAnswer(String forged) {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.bridge.arrive(forged);
        page.platform.timer.pass(60_000);
        assertTrue(outcome.isWaiting());
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
    }

    @Test
    void showsThePageAgainThatAForgedAnswerClosed() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.bridge.arrive(TestSignIn.PLACE + "?error=access_denied");
        assertEquals(1, page.auth.shown.size());
        page.platform.comeBack();
        assertEquals(2, page.auth.shown.size());
        page.platform.leave();
        page.platform.comeBack();
        page.bridge.arrive(TestSignIn.PLACE + "?code=1&state=s2");
        assertEquals(3, page.auth.shown.size());
        page.platform.leave();
        page.platform.timer.pass(60_000);
        assertTrue(outcome.isWaiting());
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
        assertEquals(3, page.auth.shown.size());
    }

    @Test
    void showsItAgainNotForEver() {
        Outcome outcome = signIn.open();
        for (int each = 0; each < 3; each++) {
            page.platform.leave();
            page.bridge.arrive(TestSignIn.PLACE + "?error=access_denied");
            assertTrue(outcome.isWaiting());
            page.platform.comeBack();
        }
        assertEquals(3, page.auth.shown.size());
        page.platform.timer.pass(1000);
        assertEquals("{}", outcome.result().toString());
    }

    @Test
    void isClosedWhereItCanNotBeShownAgain() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.bridge.arrive(TestSignIn.PLACE);
        page.auth.showing = Answer.of(false);
        page.platform.comeBack();
        assertEquals("{}", outcome.result().toString());
        page.auth.showing = Answer.of(true);
        Outcome next = signIn.open();
        page.platform.leave();
        page.bridge.arrive(TestSignIn.PLACE);
        page.auth.showing = Answer.failed(VaultRefusal.unavailable());
        page.platform.comeBack();
        assertEquals("{}", next.result().toString());
    }

    @Test
    void isNotShownAgainForAnotherAddressOfTheApp() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.bridge.arrive("com.example.app:/page/1?state=s1");
        page.platform.comeBack();
        page.platform.timer.pass(1000);
        assertEquals("{}", outcome.result().toString());
        assertEquals(1, page.auth.shown.size());
    }

    @Test
    void keepsTheFirstAnswer() {
        Outcome outcome = signIn.open();
        page.platform.leave();
        page.bridge.arrive(TestSignIn.ANSWER);
        page.bridge.arrive(TestSignIn.PLACE + "?code=2&state=s1");
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(outcome));
        assertEquals(null, signIn.take("s1"));
    }

    @Test
    void takesAnyQueryWhereNoStateWasAskedFor() {
        Outcome outcome =
                page.call(
                        "openAuthSession",
                        null,
                        "{url:'https://login.example.com/logout',callbackUrl:'"
                                + TestSignIn.PLACE
                                + "',isEphemeral:false}");
        page.platform.leave();
        page.bridge.arrive("com.example.app:/other");
        page.bridge.arrive(TestSignIn.PLACE);
        page.platform.comeBack();
        assertEquals(TestSignIn.PLACE, TestSignIn.urlOf(outcome));
    }

    @Test
    void givesThePageThatComesLaterWhatTheAppWasOpenedWith() {
        page.bridge.arrive(TestSignIn.ANSWER);
        page.bridge.arrive(TestSignIn.PLACE + "?state=" + "x".repeat(65_536));
        assertEquals(null, signIn.take("s2"));
        assertEquals(TestSignIn.ANSWER, signIn.take("s1"));
        assertEquals(null, signIn.take("s1"));
        String unusable = "{callbackUrl:'myapp:/callback',state:'s1'}";
        assertEquals("BridgeArguments", page.call("takeAuthCallback", null, unusable).code);
    }
}
