package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;

import java.util.Arrays;
import java.util.List;

/** Changes of a base's bytes. Offsets are of the bytes as the earlier edits left them. */
public final class Edits {
    private Edits() {}

    public static byte[] apply(byte[] bytes, List<VectorCase> edits) {
        byte[] changed = bytes;
        for (VectorCase edit : edits) {
            changed = apply(changed, edit);
            edit.assertAllRead();
        }
        return changed;
    }

    private static byte[] apply(byte[] bytes, VectorCase edit) {
        return switch (edit.text("op")) {
            case "xor" -> xor(bytes, edit);
            case "replace" -> replace(bytes, edit);
            case "append" -> append(bytes, edit);
            default -> throw new AssertionError("an edit that is not known");
        };
    }

    private static byte[] xor(byte[] bytes, VectorCase edit) {
        byte[] changed = bytes.clone();
        byte[] mask = edit.bytes("hex");
        int at = (int) edit.number("at");
        for (int index = 0; index < mask.length; index++) changed[at + index] ^= mask[index];
        return changed;
    }

    private static byte[] replace(byte[] bytes, VectorCase edit) {
        int at = (int) edit.number("at");
        int end = edit.has("length") ? at + (int) edit.number("length") : bytes.length;
        byte[] rest = Arrays.copyOfRange(bytes, end, bytes.length);
        return Bytes.concat(Arrays.copyOf(bytes, at), edit.bytes("hex"), rest);
    }

    private static byte[] append(byte[] bytes, VectorCase edit) {
        byte[] added = new byte[(int) edit.number("count")];
        Arrays.fill(added, (byte) Integer.parseInt(edit.text("byte"), 16));
        return Bytes.concat(bytes, added);
    }
}
