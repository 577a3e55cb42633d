package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.identityvault.capacitor.bridge.support.Crowd;
import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.bridge.support.TestPlatform;
import dev.identityvault.capacitor.crypto.SystemRandom;
import dev.identityvault.capacitor.vaults.GivenPasscode;
import dev.identityvault.capacitor.vaults.VaultRefusal;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
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
    void wipesAPasscodeThatAnotherVaultAsksFor() {
        TestPlatform platform = new TestPlatform();
        ChosenPasscodes passcodes = new ChosenPasscodes(new SystemRandom(), platform.timer);
        char[] passcode = "123456".toCharArray();
        Message meant = chosen(passcodes.keep("v", passcode));
        assertThrows(VaultRefusal.class, () -> passcodes.take("w", meant));
        assertArrayEquals(new char[6], passcode);
        assertThrows(VaultRefusal.class, () -> passcodes.take("v", meant));
    }

    @Test
    void leavesAPasscodeToWhoTakesIt() {
        TestPlatform platform = new TestPlatform();
        ChosenPasscodes passcodes = new ChosenPasscodes(new SystemRandom(), platform.timer);
        char[] passcode = "123456".toCharArray();
        GivenPasscode taken = passcodes.take("v", chosen(passcodes.keep("v", passcode)));
        assertSame(passcode, taken.text());
        assertFalse(taken.isFromPage());
        platform.timer.pass(10 * 60 * 1000L);
        assertArrayEquals("123456".toCharArray(), passcode);
    }

    @Test
    void keepsFourPasscodesWhoeverAsks() throws Exception {
        ChosenPasscodes passcodes =
                new ChosenPasscodes(new SystemRandom(), new TestPlatform().timer);
        List<char[]> given = Collections.synchronizedList(new ArrayList<>());
        Crowd.of(8)
                .run(
                        number -> {
                            for (int each = 0; each < 200; each++) {
                                char[] passcode = "123456".toCharArray();
                                given.add(passcode);
                                passcodes.keep("v", passcode);
                            }
                        });
        long kept = given.stream().filter(passcode -> passcode[0] != '\0').count();
        assertEquals(4, kept);
    }

    private static Message chosen(String reference) {
        return new Message(TestPage.json("{chosen:'" + reference + "'}"));
    }

    @Test
    void tellsNothingOfTheCapability() {
        Capability capability = new Capability(new SystemRandom());
        assertFalse(capability.toString().contains(capability.text()));
        assertFalse(capability.isPresented(null));
        assertFalse(capability.isPresented(""));
    }
}
