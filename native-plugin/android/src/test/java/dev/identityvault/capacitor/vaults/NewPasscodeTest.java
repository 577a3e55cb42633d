package dev.identityvault.capacitor.vaults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.vaults.NewPasscode.Fault;

import org.junit.jupiter.api.Test;

/** FORMAT.md §7. */
final class NewPasscodeTest {
    private static Fault faultOf(String typed) {
        return NewPasscode.faultOf(typed.toCharArray());
    }

    @Test
    void measuresCharactersAndNotUnits() {
        assertEquals(Fault.TOO_SHORT, faultOf(""));
        assertEquals(Fault.TOO_SHORT, faultOf("123"));
        assertEquals(Fault.TOO_SHORT, faultOf("\uD83D\uDD11".repeat(3)));
        assertEquals(null, faultOf("1234"));
        assertEquals(null, faultOf("1".repeat(128)));
        assertEquals(null, faultOf("\uD83D\uDD11".repeat(128)));
        assertEquals(Fault.TOO_LONG, faultOf("1".repeat(129)));
        assertEquals(Fault.TOO_LONG, faultOf("\uD83D\uDD11".repeat(129)));
    }

    @Test
    void measuresWhatIsNormalised() {
        assertEquals(Fault.TOO_SHORT, faultOf("e\u0301ab"));
        assertEquals(null, faultOf("e\u0301abc"));
        assertEquals(null, faultOf("e\u0301".repeat(128)));
        assertEquals(Fault.TOO_LONG, faultOf("\uFB03".repeat(43)));
        assertEquals(null, faultOf("\uFB03\uFB03"));
    }

    @Test
    void refusesWhatCannotBeTypedAgain() {
        assertEquals(Fault.CHARACTER, faultOf("123\uFDD0"));
        assertEquals(Fault.CHARACTER, faultOf("1234\uD800"));
        assertEquals(Fault.TOO_SHORT, faultOf("e\u0301a\uFDD0"));
    }

    @Test
    void leavesWhatWasTypedToItsOwner() {
        char[] typed = "e\u0301abc".toCharArray();
        assertArrayEquals(Bytes.utf8("\u00E9abc"), NewPasscode.bytesOf(typed));
        assertArrayEquals("e\u0301abc".toCharArray(), typed);
        assertThrows(VaultRefusal.class, () -> NewPasscode.bytesOf("e\u0301ab".toCharArray()));
    }
}
