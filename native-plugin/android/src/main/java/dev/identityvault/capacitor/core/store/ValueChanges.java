package dev.identityvault.capacitor.core.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a write does to the values of a vault. */
public final class ValueChanges {
    private ValueChanges() {}

    /**
     * @param changes values to set; {@code null} removes
     */
    public static Map<String, byte[]> apply(
            Map<String, byte[]> values, Map<String, byte[]> changes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(values);
        for (Map.Entry<String, byte[]> each : changes.entrySet()) {
            if (each.getValue() == null) changed.remove(each.getKey());
            else changed.put(each.getKey(), each.getValue());
        }
        return changed;
    }
}
