package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;

final class PasscodeVectorsTest {
    @TestFactory
    List<DynamicTest> passcodes() {
        return VectorFile.named("passcodes.json").tests(PasscodeVectorsTest::check);
    }

    private static void check(VectorCase each) throws Exception {
        char[] typed = Hex.utf16(each.text("utf16")).toCharArray();
        boolean setting = each.flag("setting");
        VectorCase expected = each.object("expect");
        if (expected.has("error")) {
            assertEquals(expected.text("error"), Refusals.codeOf(() -> normalise(typed, setting)));
        } else {
            assertEquals(expected.text("utf8"), Bytes.hex(normalise(typed, setting)));
        }
    }

    private static byte[] normalise(char[] typed, boolean setting) {
        return setting ? Passcode.normaliseNew(typed, 4) : Passcode.normalise(typed);
    }
}
