package dev.identityvault.capacitor.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FormatLimitsTest {
    @Test
    void generationIsTheLargestU32() {
        assertEquals(4_294_967_295L, FormatLimits.GENERATION);
    }
}
