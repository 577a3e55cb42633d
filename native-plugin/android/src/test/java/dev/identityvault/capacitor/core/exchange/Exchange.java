package dev.identityvault.capacitor.core.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.slots.Passcode;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.slots.SlotUnlock;
import dev.identityvault.capacitor.core.slots.SlotUnlocker;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.VaultLoader;
import dev.identityvault.capacitor.core.store.VaultWriter;
import dev.identityvault.capacitor.core.support.EciesKem;
import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.RememberingKdf;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.TestVaults;
import dev.identityvault.capacitor.crypto.JcaAead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A vault as a file, for the other languages: {@code seal FILE} writes one, {@code open FILE} opens
 * it and writes what was found in its place. The test of all pairs runs it.
 */
public final class Exchange {
    private Exchange() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        JsonObject given = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        JsonObject result =
                switch (arguments[0]) {
                    case "seal" -> seal(given);
                    case "open" -> open(given);
                    default -> throw new IllegalArgumentException("seal or open");
                };
        Files.writeString(file, result.toString());
    }

    /** Given scope, passcode and values: a vault of them. */
    private static JsonObject seal(JsonObject given) {
        TestDevice device = deviceFor(given, System.nanoTime());
        byte[] passcode =
                Passcode.normaliseNew(given.get("passcode").getAsString().toCharArray(), 4);
        Map<String, byte[]> values = new HashMap<>();
        for (JsonElement pair : given.getAsJsonArray("values")) {
            JsonArray entry = pair.getAsJsonArray();
            values.put(entry.get(0).getAsString(), Bytes.utf8(entry.get(1).getAsString()));
        }
        List<SlotRequest> slots = new ArrayList<>();
        if (isForIPhone(given)) slots.add(SlotRequest.of(Kind.BIOMETRIC));
        slots.add(SlotRequest.passcode(passcode, FormatLimits.ITERATIONS_MIN));
        Mode mode = isForIPhone(given) ? Mode.BIOMETRIC_AND_PASSCODE : Mode.PASSCODE_ONLY;
        NewVault request = new NewVault(TestVaults.policy(mode), slots, values);
        byte[] scope = Hex.bytes(given.get("scope").getAsString());
        VaultWriter.create(portsOf(device), scope, request);
        return stored(given, device);
    }

    /** Keys as an iPhone has them, and biometrics beside the passcode; else the passcode alone. */
    private static boolean isForIPhone(JsonObject given) {
        return given.has("keysOf");
    }

    private static TestDevice deviceFor(JsonObject given, long seed) {
        TestDevice device = new TestDevice(seed);
        if (isForIPhone(given)) device.prf = Prf.ECDH;
        return device;
    }

    private static JsonObject stored(JsonObject given, TestDevice device) {
        String name = given.get("scope").getAsString();
        JsonObject stored = given.deepCopy();
        stored.addProperty("anchor", Bytes.hex(device.anchors.get(name)));
        stored.addProperty("envelope", Bytes.hex(device.blobs.get(name)));
        JsonObject keys = new JsonObject();
        device.keys.forEach((key, bytes) -> keys.addProperty(key, Bytes.hex(bytes)));
        stored.add("keys", keys);
        return stored;
    }

    /** What is in it, and the anchor that judges this attempt. */
    private static JsonObject open(JsonObject given) {
        TestDevice device = deviceFor(given, 0);
        String name = given.get("scope").getAsString();
        device.anchors.put(name, Hex.bytes(given.get("anchor").getAsString()));
        device.blobs.put(name, Hex.bytes(given.get("envelope").getAsString()));
        JsonObject keys = given.getAsJsonObject("keys");
        for (String key : keys.keySet())
            device.keys.put(key, Hex.bytes(keys.get(key).getAsString()));

        JsonObject found = new JsonObject();
        if (isForIPhone(given)) {
            UnlockRequest biometric = UnlockRequest.of(Kind.BIOMETRIC);
            found.add("byBiometrics", opened(device, name, biometric));
        }
        char[] passcode = given.get("passcode").getAsString().toCharArray();
        found.add("values", opened(device, name, UnlockRequest.passcode(passcode)));
        found.addProperty("anchor", Bytes.hex(device.anchors.get(name)));
        return found;
    }

    private static JsonArray opened(TestDevice device, String name, UnlockRequest request) {
        CorePorts ports = portsOf(device);
        LoadedVault vault = new VaultLoader(ports, Hex.bytes(name)).load();
        SlotUnlock unlocked = new SlotUnlocker(ports).unlock(vault, request);
        JsonArray values = new JsonArray();
        unlocked.values()
                .forEach(
                        (key, value) -> {
                            JsonArray entry = new JsonArray();
                            entry.add(key);
                            entry.add(new String(value, StandardCharsets.UTF_8));
                            values.add(entry);
                        });
        return values;
    }

    private static CorePorts portsOf(TestDevice device) {
        EciesKem biometric = new EciesKem(device.keys, device::random);
        return device.ports(new SlotKems(biometric, null), new JcaAead(), new RememberingKdf());
    }
}
