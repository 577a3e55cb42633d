package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.codec.FormatLimits;

import org.json.JSONArray;
import org.json.JSONObject;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a message. A member that is missing, mistyped or too long is refused with {@code
 * BridgeArguments}; what is not known is ignored. BRIDGE.md §1, §7.
 */
final class Message {
    /** UTF-16 units. */
    private static final int NAME = 65_536;

    private static final long LARGEST = (1L << 53) - 1;

    private final JSONObject json;

    Message(JSONObject json) {
        this.json = json;
    }

    /** What is read of each member of a list. */
    interface Reader<T> {
        T read(Message item);
    }

    boolean has(String name) {
        return json.has(name);
    }

    Message object(String name) {
        if (json.opt(name) instanceof JSONObject object) return new Message(object);
        throw BridgeRefusal.arguments();
    }

    /** A name, a passcode or a text of a prompt. */
    String name(String name) {
        return text(name, NAME);
    }

    /** {@code null}: it is absent, or empty. */
    String optionalName(String name) {
        if (!has(name)) return null;
        String text = name(name);
        return text.isEmpty() ? null : text;
    }

    /**
     * @param most UTF-16 units
     */
    String text(String name, int most) {
        if (json.opt(name) instanceof String text && text.length() <= most) return text;
        throw BridgeRefusal.arguments();
    }

    /** A value, which the limit of the whole call is for. */
    String content(String name) {
        return text(name, FormatLimits.ENVELOPE);
    }

    /** {@code null} is told by the message. */
    String nullableContent(String name) {
        return json.opt(name) == JSONObject.NULL ? null : content(name);
    }

    boolean flag(String name) {
        if (json.opt(name) instanceof Boolean flag) return flag;
        throw BridgeRefusal.arguments();
    }

    /** A whole number, not negative. */
    long count(String name) {
        return count(json.opt(name));
    }

    /** {@code null} is told by the message. */
    long optionalCount(String name) {
        return has(name) ? count(name) : 0;
    }

    Long nullableCount(String name) {
        return json.opt(name) == JSONObject.NULL ? null : (Long) count(name);
    }

    /** The first of a list that is one of these, whatever else is in it; {@code null}: none is. */
    Long firstCount(String name, List<Long> known) {
        JSONArray list = list(name);
        for (int at = 0; at < list.length(); at++) {
            boolean isWhole = list.opt(at) instanceof Integer || list.opt(at) instanceof Long;
            if (isWhole && known.contains(list.optLong(at))) return list.optLong(at);
        }
        return null;
    }

    List<String> contents(String name) {
        JSONArray list = list(name);
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < list.length(); at++) {
            if (!(list.opt(at) instanceof String text)) throw BridgeRefusal.arguments();
            texts.add(text);
        }
        return texts;
    }

    <T> List<T> objects(String name, Reader<T> reader) {
        JSONArray list = list(name);
        List<T> read = new ArrayList<>();
        for (int at = 0; at < list.length(); at++) {
            if (!(list.opt(at) instanceof JSONObject item)) throw BridgeRefusal.arguments();
            read.add(reader.read(new Message(item)));
        }
        return read;
    }

    /** UTF-16 units of all its texts, counted no further than the limit. */
    boolean isTooLarge() {
        return sizeOf(json) > FormatLimits.ENVELOPE;
    }

    private JSONArray list(String name) {
        if (json.opt(name) instanceof JSONArray list) return list;
        throw BridgeRefusal.arguments();
    }

    private static long count(Object value) {
        boolean isWhole = value instanceof Integer || value instanceof Long;
        if (!isWhole) throw BridgeRefusal.arguments();
        long count = ((Number) value).longValue();
        if (count < 0 || count > LARGEST) throw BridgeRefusal.arguments();
        return count;
    }

    private static long sizeOf(Object value) {
        if (value instanceof String text) return text.length();
        long sum = 0;
        if (value instanceof JSONArray list)
            for (int at = 0; at < list.length(); at++) sum += sizeOf(list.opt(at));
        if (value instanceof JSONObject object)
            for (Iterator<?> names = object.keys(); names.hasNext(); )
                sum += sizeOf(object.opt((String) names.next()));
        return sum;
    }
}
