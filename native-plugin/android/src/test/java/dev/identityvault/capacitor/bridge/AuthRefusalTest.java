package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPage.Outcome;
import dev.identityvault.capacitor.bridge.support.TestSignIn;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.VaultRefusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-ins that do not begin. BRIDGE.md §4.5. */
final class AuthRefusalTest {
    private final TestSignIn signIn = new TestSignIn();
    private final TestPage page = signIn.page;

    @Test
    void showsOneAtATime() {
        Outcome first = signIn.open();
        assertEquals("Conflict", signIn.open().code);
        assertEquals(1, page.auth.shown.size());
        page.platform.leave();
        page.bridge.arrive(TestSignIn.ANSWER);
        page.platform.comeBack();
        assertEquals(TestSignIn.ANSWER, TestSignIn.urlOf(first));
        assertTrue(signIn.open("state:'s2'").isWaiting());
    }

    @Test
    void tellsThatThereIsNoBrowser() {
        page.auth.showing = Answer.failed(VaultRefusal.unavailable());
        assertEquals("VaultUnavailable", signIn.open().code);
        page.auth.showing = Answer.of(true);
        assertTrue(signIn.open().isWaiting());
    }

    @Test
    void isClosedWhereNobodySeesTheApp() {
        page.auth.showing = Answer.of(false);
        assertEquals("{}", signIn.open().result().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url:'https://evil.example/authorize'",
                "url:'http://login.example.com/authorize'",
                "url:'https://user@login.example.com/authorize'"
            })
    void opensOnlyWhatIsAllowed(String change) {
        Outcome outcome = signIn.open(change);
        assertEquals("PolicyNotMet", outcome.code);
        assertEquals("ORIGIN_NOT_ALLOWED", outcome.data.optString("reason"));
        assertFalse(outcome.text().contains("authorize"));
        assertEquals(0, page.auth.shown.size());
        assertTrue(signIn.open().isWaiting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callbackUrl:'myapp:/callback'",
                "callbackUrl:'com.example.app:/callback?a=1'",
                "callbackUrl:true",
                "url:true",
                "state:true",
                "state:''",
                "isEphemeral:'true'"
            })
    void takesOnlyWhatIsAMessage(String change) {
        assertEquals("BridgeArguments", signIn.open(change).code);
        assertEquals(0, page.auth.shown.size());
    }

    @Test
    void takesNoAnswerWithoutAState() {
        for (String state : new String[] {"", ",state:''", ",state:1"}) {
            String given = "{callbackUrl:'" + TestSignIn.PLACE + "'" + state + "}";
            assertEquals("BridgeArguments", page.call("takeAuthCallback", null, given).code);
        }
    }

    @Test
    void isOfNoVault() {
        String vault = page.open("a");
        assertEquals("BridgeArguments", page.call("openAuthSession", vault, "{}").code);
    }

    @Test
    void saysNothingOfItself() {
        signIn.open();
        assertEquals("AuthPage", page.auth.shown.get(0).toString());
        assertEquals("AuthCallback", page.auth.shown.get(0).callback().toString());
    }
}
