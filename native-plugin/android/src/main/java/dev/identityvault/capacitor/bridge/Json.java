package dev.identityvault.capacitor.bridge;

import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Writes messages. Names are never {@code null} and numbers are whole, so nothing can go wrong. */
final class Json {
    private final JSONObject json = new JSONObject();

    /**
     * @param value {@code null}: the member is left out
     */
    Json with(String name, Object value) {
        try {
            if (value != null) json.put(name, value);
            return this;
        } catch (JSONException cause) {
            throw new IllegalStateException("a member that JSON does not have", cause);
        }
    }

    /** A member that is {@code null} where there is none. */
    Json withNullable(String name, Object value) {
        return with(name, value == null ? JSONObject.NULL : value);
    }

    JSONObject object() {
        return json;
    }

    /** What becomes of one of them. */
    interface Writer<T> {
        Object write(T value);
    }

    static <T> JSONArray list(Iterable<T> values, Writer<T> writer) {
        JSONArray list = new JSONArray();
        for (T value : values) list.put(writer.write(value));
        return list;
    }
}
