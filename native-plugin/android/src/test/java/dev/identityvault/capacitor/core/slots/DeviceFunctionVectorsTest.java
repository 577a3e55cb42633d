package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.support.P256;
import dev.identityvault.capacitor.core.support.TestCrypto;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;

final class DeviceFunctionVectorsTest {
    @TestFactory
    List<DynamicTest> deviceFunctions() {
        return VectorFile.named("device-function.json").tests(DeviceFunctionVectorsTest::check);
    }

    private static void check(VectorCase each) {
        Prf prf = Prf.ofId((int) each.number("prf"));
        byte[] output = TestCrypto.deviceFunction(prf, each.bytes("key"), each.bytes("input"));
        assertEquals(each.object("expect").text("output"), Bytes.hex(output));
        if (!each.has("pointX")) return;
        P256.Point point = P256.hashToPoint(each.bytes("input"));
        assertEquals(each.text("pointX"), Bytes.hex(point.xBytes()));
        assertEquals(each.number("candidate"), point.candidate());
        P256.Point ofKey = P256.at(each.bytes("publicX"), each.bytes("publicY"));
        assertEquals(each.text("publicX"), Bytes.hex(ofKey.xBytes()));
    }
}
