package dev.identityvault.capacitor.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

/** A case that holds for every length. */
public final class Truncations {
    /** Reads what was cut off. */
    public interface Parser {
        Object parse(byte[] bytes);
    }

    private Truncations() {}

    public static void check(VectorCase each, byte[] bytes, Parser parser) throws Exception {
        com.google.gson.JsonArray range = each.json("truncate").getAsJsonArray();
        int to = range.get(1).getAsInt();
        for (int length = range.get(0).getAsInt(); length <= to; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            String code = Refusals.codeOf(() -> parser.parse(cut));
            assertEquals(each.object("expect").text("error"), code, "cut to " + length);
        }
        assertEquals(bytes.length - 1, to);
    }
}
