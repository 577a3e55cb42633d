package dev.identityvault.capacitor.core.codec;

import static dev.identityvault.capacitor.core.ports.CoreError.corrupt;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys and the bytes of their JSON texts, as they are encrypted. The bytes are never parsed here.
 * FORMAT.md §5.
 */
public final class Payload {
    /** The key whose presence is the flag hasSession. */
    public static final String SESSION_KEY = "session";

    private Payload() {}

    /**
     * @throws CoreError {@code INVALID_ARGUMENT}: a key that is empty, too long, or has a lone
     *     surrogate
     */
    public static byte[] encodeKey(String key) {
        byte[] bytes = Bytes.utf8(key);
        if (bytes.length == 0 || bytes.length > FormatLimits.PAYLOAD_KEY) {
            throw new CoreError(CoreErrorCode.INVALID_ARGUMENT, "a key has 1 to 1024 bytes");
        }
        return bytes;
    }

    /**
     * @throws CoreError {@code INVALID_ARGUMENT}
     */
    public static byte[] encode(Map<String, byte[]> values) {
        Map<byte[], byte[]> sorted = new TreeMap<>(Bytes::compare);
        for (Map.Entry<String, byte[]> entry : values.entrySet()) {
            sorted.put(encodeKey(entry.getKey()), entry.getValue());
        }
        List<byte[]> parts = new ArrayList<>();
        parts.add(Bytes.u32(sorted.size()));
        for (Map.Entry<byte[], byte[]> entry : sorted.entrySet()) {
            parts.add(Bytes.u16(entry.getKey().length));
            parts.add(entry.getKey());
            parts.add(Bytes.u32(entry.getValue().length));
            parts.add(entry.getValue());
        }
        return Bytes.concat(parts);
    }

    /**
     * @return in the order in which they are stored
     * @throws CoreError {@code CORRUPT}
     */
    public static Map<String, byte[]> parse(byte[] bytes) {
        ByteReader reader = new ByteReader(bytes);
        Map<String, byte[]> values = new LinkedHashMap<>();
        byte[] previous = new byte[0];
        for (long left = reader.u32(); left > 0; left--) {
            byte[] key = parseKey(reader);
            if (Bytes.compare(previous, key) >= 0) throw corrupt("keys not strictly ascending");
            previous = key;
            values.put(decodeKey(key), reader.take(reader.u32()));
        }
        if (reader.left() > 0) throw corrupt("bytes after the last value");
        return values;
    }

    private static byte[] parseKey(ByteReader reader) {
        int length = reader.u16();
        if (length == 0 || length > FormatLimits.PAYLOAD_KEY)
            throw corrupt("key length out of range");
        return reader.take(length);
    }

    private static String decodeKey(byte[] key) {
        try {
            // A new decoder refuses what is not UTF-8; String's constructor would replace it.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
        } catch (CharacterCodingException cause) {
            throw new CoreError(CoreErrorCode.CORRUPT, "a key that is not UTF-8", cause);
        }
    }
}
