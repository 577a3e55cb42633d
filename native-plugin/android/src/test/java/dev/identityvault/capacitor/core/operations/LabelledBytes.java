package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.support.TestCrypto;

import java.util.Arrays;

/** Bytes that anybody can compute: what is random in the stories. */
final class LabelledBytes {
    /** More than a step takes. */
    private static final int STREAM_LENGTH = 512;

    private final byte[] stream;
    private int at = 0;

    /** The random bytes of a step, in the order in which they are asked for. */
    LabelledBytes(String story, int step) {
        stream = longer("random", Bytes.concat(Bytes.ascii(story), Bytes.u32(step)), STREAM_LENGTH);
    }

    byte[] next(int length) {
        at += length;
        if (at > STREAM_LENGTH) throw new AssertionError("the stream of this step is used up");
        return Arrays.copyOfRange(stream, at - length, at);
    }

    /** SHA-256 of a label and an input. */
    static byte[] of(String label, byte[]... parts) {
        return TestCrypto.sha256(Bytes.ascii("idv1-vectors/" + label), Bytes.concat(parts));
    }

    /** Blocks of it, numbered from 0. */
    static byte[] longer(String label, byte[] input, int length) {
        byte[] blocks = new byte[0];
        for (int index = 0; blocks.length < length; index++) {
            blocks = Bytes.concat(blocks, of(label, input, Bytes.u32(index)));
        }
        return Arrays.copyOf(blocks, length);
    }
}
