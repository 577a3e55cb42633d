package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.support.Refusals;

import org.junit.jupiter.api.Test;

final class PasscodeTest {
    @Test
    void aPlatformMayAskForMoreOfANewOne() throws Exception {
        char[] seven = "1234567".toCharArray();
        assertEquals("INVALID_PASSCODE", Refusals.codeOf(() -> Passcode.normaliseNew(seven, 8)));
        assertArrayEquals(Bytes.ascii("1234567"), Passcode.normaliseNew(seven, 7));
        assertArrayEquals(Bytes.ascii("1234567"), Passcode.normalise(seven));
    }

    @Test
    void itsSlotIsMadeWithTheIterationsOfTheFormat() {
        byte[] passcode = Bytes.ascii("1234");
        assertEquals(
                new SlotRequest(Kind.APP_PASSCODE, passcode, 600_000),
                SlotRequest.passcode(passcode));
    }

    @Test
    void noPlatformAsksForLessThanTheFormat() throws Exception {
        char[] three = "123".toCharArray();
        assertEquals("INVALID_PASSCODE", Refusals.codeOf(() -> Passcode.normaliseNew(three, 1)));
    }
}
