package dev.identityvault.capacitor.core.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class PayloadVectorsTest {
    @TestFactory
    List<DynamicTest> payloads() {
        return VectorFile.named("payloads.json").tests(PayloadVectorsTest::check);
    }

    private static void check(VectorCase each) throws Exception {
        byte[] bytes = Hex.bytes(each.text("hex"));
        VectorCase expected = each.object("expect");
        if (expected.has("error")) {
            assertEquals(expected.text("error"), Refusals.codeOf(() -> Payload.parse(bytes)));
            return;
        }
        Map<String, byte[]> values = Payload.parse(bytes);
        assertEquals(textsOf(expected.pairs("values")), textsOf(values));
        assertArrayEquals(bytes, Payload.encode(values));
    }

    private static List<String> textsOf(List<String[]> pairs) {
        List<String> texts = new ArrayList<>();
        for (String[] pair : pairs) texts.add(pair[0] + "=" + pair[1]);
        return texts;
    }

    private static List<String> textsOf(Map<String, byte[]> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(
                (key, value) -> texts.add(key + "=" + new String(value, StandardCharsets.UTF_8)));
        return texts;
    }
}
