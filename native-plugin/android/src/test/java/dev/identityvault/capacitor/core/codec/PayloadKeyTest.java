package dev.identityvault.capacitor.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.support.Refusals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class PayloadKeyTest {
    @Test
    void aKeyHasAsManyBytesAsItsUtf8() throws Exception {
        assertEquals(1024, Payload.encodeKey("\u00e9".repeat(512)).length);
        assertEquals(
                "INVALID_ARGUMENT",
                Refusals.codeOf(() -> Payload.encodeKey("\u00e9".repeat(512) + "a")));
        assertEquals("INVALID_ARGUMENT", Refusals.codeOf(() -> Payload.encodeKey("")));
        assertEquals("INVALID_ARGUMENT", Refusals.codeOf(() -> Payload.encodeKey("\ud83d")));
    }

    @Test
    void keysAreSortedByTheirBytesAndNotByTheirUnits() {
        Map<String, byte[]> values = new HashMap<>();
        values.put("\ud83d\ude00", new byte[0]);
        values.put("\ufffd", new byte[0]);
        Map<String, byte[]> parsed = Payload.parse(Payload.encode(values));
        assertEquals(List.of("\ufffd", "\ud83d\ude00"), new ArrayList<>(parsed.keySet()));
    }

    @Test
    void anEnvelopeIsNotLargerThanTheLimit() throws Exception {
        byte[] large = new byte[FormatLimits.ENVELOPE];
        assertEquals(
                "LIMIT_EXCEEDED",
                Refusals.codeOf(
                        () -> EnvelopeEncoder.encodeEnvelope(new byte[100], new byte[12], large)));
        byte[] tooLarge = new byte[FormatLimits.ENVELOPE + 1];
        CoreError refusal = Refusals.refusalOf(() -> EnvelopeParser.parse(tooLarge));
        assertEquals("CORRUPT: too large", refusal.getMessage());
    }
}
