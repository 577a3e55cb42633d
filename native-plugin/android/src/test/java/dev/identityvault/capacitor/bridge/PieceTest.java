package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.identityvault.capacitor.bridge.support.TestPlatform;
import dev.identityvault.capacitor.crypto.SystemRandom;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.Random;

final class PieceTest {
    @Test
    void writesBase64UrlAsJavaDoes() {
        Random random = new Random(7);
        for (int length = 0; length < 70; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertEquals(expected, Base64Url.of(bytes));
        }
    }

    @Test
    void wipesPasscodesThatNobodyUsed() {
        TestPlatform platform = new TestPlatform();
        ChosenPasscodes passcodes = new ChosenPasscodes(new SystemRandom(), platform.timer);
        char[] late = "123456".toCharArray();
        char[] fifth = "654321".toCharArray();
        passcodes.keep("v", late);
        platform.timer.pass(10 * 60 * 1000L);
        assertArrayEquals(new char[6], late);
        passcodes.keep("v", fifth);
        for (int each = 0; each < 4; each++) passcodes.keep("v", "0000".toCharArray());
        assertArrayEquals(new char[6], fifth);
    }

    @Test
    void tellsNothingOfTheCapability() {
        Capability capability = new Capability(new SystemRandom());
        assertFalse(capability.toString().contains(capability.text()));
        assertFalse(capability.isPresented(null));
        assertFalse(capability.isPresented(""));
    }
}
