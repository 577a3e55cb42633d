package dev.identityvault.capacitor.core.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.VectorCase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A device of a story in a file, as each language writes it down: bytes are hexadecimal, what is
 * not there is left out.
 */
final class DeviceFile {
    private DeviceFile() {}

    static StoryDevice read(Path file, VectorCase story) throws IOException {
        JsonObject written = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        StoryDevice device = new StoryDevice(story);
        device.anchor = bytes(written.get("anchor"));
        device.envelope = bytes(written.get("envelope"));
        device.former = bytes(written.get("former"));
        JsonObject keys = written.getAsJsonObject("keys");
        for (String name : keys.keySet()) device.keys.put(name, bytes(keys.get(name)));
        JsonObject kemKeys = written.getAsJsonObject("kemKeys");
        for (String name : kemKeys.keySet()) {
            device.kemKeys.put(name, kemKey(kemKeys.getAsJsonObject(name)));
        }
        return device;
    }

    static void write(Path file, StoryDevice device) throws IOException {
        JsonObject written = new JsonObject();
        add(written, "anchor", device.anchor);
        add(written, "envelope", device.envelope);
        add(written, "former", device.former);
        written.add("keys", table(device.keys));
        JsonObject kemKeys = new JsonObject();
        device.kemKeys.forEach((name, key) -> kemKeys.add(name, kemKey(key)));
        written.add("kemKeys", kemKeys);
        Files.writeString(file, written.toString());
    }

    private static StoryDevice.KemKey kemKey(JsonObject written) {
        boolean survives = written.get("survivesEnrolment").getAsBoolean();
        StoryDevice.KemKey key = new StoryDevice.KemKey(survives);
        JsonObject secrets = written.getAsJsonObject("secrets");
        for (String enc : secrets.keySet()) key.secrets.put(enc, bytes(secrets.get(enc)));
        key.count = key.secrets.size();
        return key;
    }

    private static JsonObject kemKey(StoryDevice.KemKey key) {
        JsonObject written = new JsonObject();
        written.addProperty("survivesEnrolment", key.survivesEnrolment);
        written.add("secrets", table(key.secrets));
        return written;
    }

    private static JsonObject table(Map<String, byte[]> map) {
        JsonObject table = new JsonObject();
        map.forEach((name, bytes) -> table.addProperty(name, Bytes.hex(bytes)));
        return table;
    }

    private static void add(JsonObject written, String name, byte[] bytes) {
        if (bytes != null) written.addProperty(name, Bytes.hex(bytes));
    }

    private static byte[] bytes(JsonElement hex) {
        return hex == null ? null : Hex.bytes(hex.getAsString());
    }
}
