package dev.identityvault.capacitor.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.Test;

final class FormatLimitsTest {
    private final byte[] header =
            EnvelopeParser.parse(
                            VectorFile.named("envelopes.json").bases().get("device").bytes("hex"))
                    .headerBytes();

    @Test
    void generationIsTheLargestU32() {
        assertEquals(4_294_967_295L, FormatLimits.GENERATION);
    }

    @Test
    void anEnvelopeOf16MiBIsTheLargest() throws Exception {
        assertEquals(16_777_216, sealed(16_777_216).length);
        for (int size : new int[] {16_777_217, 16_777_229}) {
            assertEquals("LIMIT_EXCEEDED", Refusals.codeOf(() -> sealed(size)));
        }
    }

    private byte[] sealed(int size) {
        byte[] ciphertext = new byte[size - header.length - 16];
        return EnvelopeEncoder.encodeEnvelope(header, new byte[12], ciphertext).bytes();
    }
}
