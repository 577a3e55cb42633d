package dev.identityvault.capacitor.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a vector file. It knows which of its fields were looked at: a runner must know them
 * all.
 */
public final class VectorCase {
    private final JsonObject fields;
    private final Set<String> read = new HashSet<>();
    private final Map<String, VectorCase> inner = new HashMap<>();

    VectorCase(JsonObject fields) {
        this.fields = fields;
    }

    /** An object that is no case of a file. */
    public static VectorCase of(JsonElement object) {
        return new VectorCase(object.getAsJsonObject());
    }

    /** Whether there is such a field; one that is null is there. */
    public boolean has(String name) {
        read.add(name);
        return fields.has(name);
    }

    /** Whether there is such a field, and it is not null. */
    public boolean hasValue(String name) {
        return has(name) && !fields.get(name).isJsonNull();
    }

    public String text(String name) {
        return field(name).getAsString();
    }

    public String text(String name, String otherwise) {
        return hasValue(name) ? text(name) : otherwise;
    }

    public long number(String name) {
        return field(name).getAsLong();
    }

    public long number(String name, long otherwise) {
        return hasValue(name) ? number(name) : otherwise;
    }

    public boolean flag(String name) {
        return field(name).getAsBoolean();
    }

    public boolean flag(String name, boolean otherwise) {
        return hasValue(name) ? flag(name) : otherwise;
    }

    /** Written in hexadecimal. */
    public byte[] bytes(String name) {
        return Hex.bytes(text(name));
    }

    public byte[] bytes(String name, byte[] otherwise) {
        return hasValue(name) ? bytes(name) : otherwise;
    }

    /** Nothing where there is no such field. */
    public List<VectorCase> objects(String name) {
        List<VectorCase> objects = new ArrayList<>();
        for (JsonElement each : array(name)) objects.add(new VectorCase(each.getAsJsonObject()));
        return objects;
    }

    /** Nothing where there is no such field. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonElement each : array(name)) texts.add(each.getAsString());
        return texts;
    }

    /** Pairs whose second part may be null. Nothing where there is no such field. */
    public List<String[]> pairs(String name) {
        List<String[]> pairs = new ArrayList<>();
        for (JsonElement each : array(name)) {
            JsonElement second = each.getAsJsonArray().get(1);
            String key = each.getAsJsonArray().get(0).getAsString();
            pairs.add(new String[] {key, second.isJsonNull() ? null : second.getAsString()});
        }
        return pairs;
    }

    public VectorCase object(String name) {
        return inner.computeIfAbsent(name, key -> new VectorCase(field(key).getAsJsonObject()));
    }

    /** Names and texts. Nothing where there is no such field. */
    public Map<String, String> table(String name) {
        Map<String, String> table = new HashMap<>();
        if (!has(name)) return table;
        JsonObject found = field(name).getAsJsonObject();
        for (String key : found.keySet()) table.put(key, found.get(key).getAsString());
        return table;
    }

    /** The whole of it as it stands in the file, for what compares it in one piece. */
    public JsonElement json(String name) {
        return field(name);
    }

    /** A field that nobody looked at is one that this runner does not know. */
    public void assertAllRead() {
        Set<String> unread = new HashSet<>(fields.keySet());
        unread.removeAll(read);
        assertEquals(Set.of(), unread, "fields that are not known");
        for (VectorCase each : inner.values()) each.assertAllRead();
    }

    private JsonArray array(String name) {
        return has(name) ? field(name).getAsJsonArray() : new JsonArray();
    }

    private JsonElement field(String name) {
        if (!has(name)) throw new AssertionError("no field " + name);
        return fields.get(name);
    }
}
