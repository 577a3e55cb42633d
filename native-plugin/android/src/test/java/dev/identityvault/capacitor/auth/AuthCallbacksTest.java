package dev.identityvault.capacitor.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.identityvault.capacitor.bridge.support.TestPlatform;

import org.junit.jupiter.api.Test;

/** What the app was opened with, for a page that comes later. */
final class AuthCallbacksTest {
    private static final String PLACE = "com.example.app:/auth/callback";

    private final TestPlatform platform = new TestPlatform();
    private final AuthCallbacks callbacks = new AuthCallbacks(platform.timer);

    private static String address(String state) {
        return PLACE + "?code=1&state=" + state;
    }

    private String take(String state) {
        return callbacks.take(new AuthCallback(PLACE, state));
    }

    @Test
    void givesTheAnswerOnce() {
        callbacks.keep(address("a"));
        assertEquals(address("a"), take("a"));
        assertNull(take("a"));
    }

    @Test
    void givesNothingToAnotherQuestion() {
        callbacks.keep(address("a"));
        assertNull(take("b"));
        assertNull(callbacks.take(new AuthCallback("com.example.app:/other", "a")));
        assertEquals(address("a"), take("a"));
    }

    @Test
    void doesNotTakeAnIntentAgainThatAndroidShowsEachActivity() {
        callbacks.keep(address("a"));
        take("a");
        callbacks.keep(address("a"));
        assertNull(take("a"));
    }

    @Test
    void keepsWhatCameTwiceOnce() {
        callbacks.keep(address("a"));
        callbacks.keep(address("a"));
        assertEquals(address("a"), take("a"));
        assertNull(take("a"));
    }

    @Test
    void keepsTheLastEight() {
        for (int each = 1; each <= 9; each++) callbacks.keep(address("s" + each));
        assertNull(take("s1"));
        for (int each = 2; each <= 9; each++) assertEquals(address("s" + each), take("s" + each));
    }

    @Test
    void keepsNothingWithoutAState() {
        callbacks.keep(address("a"));
        for (int each = 0; each < 8; each++) callbacks.keep("com.example.app:/page/" + each);
        assertEquals(address("a"), take("a"));
    }

    @Test
    void keepsItForTenMinutes() {
        callbacks.keep(address("a"));
        platform.timer.pass(600_000 - 1);
        callbacks.keep(address("b"));
        platform.timer.pass(1);
        assertNull(take("a"));
        assertEquals(address("b"), take("b"));
    }
}
