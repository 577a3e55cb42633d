package dev.identityvault.capacitor.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.AnchorParser;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.EnvelopeParser;
import dev.identityvault.capacitor.core.slots.StorageNames;
import dev.identityvault.capacitor.core.support.Edits;
import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.TestDevice;
import dev.identityvault.capacitor.core.support.Truncations;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class AnchorVectorsTest {
    private static final long LOADED_AT = 1_000_000;

    private final Map<String, VectorCase> bases = VectorFile.named("anchors.json").bases();
    private final VectorCase settled = bases.get("settled");
    private final String name = settled.text("scope");

    @TestFactory
    List<DynamicTest> anchors() {
        return VectorFile.named("anchors.json").tests(this::check);
    }

    private void check(VectorCase each) throws Exception {
        each.text("base");
        byte[] bytes = anchorOf(each);
        if (each.has("truncate")) {
            Truncations.check(each, bytes, AnchorParser::parse);
        } else if (each.text("level").equals("parse")) {
            String code = Refusals.codeOf(() -> AnchorParser.parse(bytes));
            assertEquals(each.object("expect").text("error", null), code);
        } else {
            assertEquals("load", each.text("level"));
            load(each, deviceOf(each, bytes));
        }
        each.text("level");
    }

    private byte[] anchorOf(VectorCase each) {
        if (!each.has("anchor")) return Edits.apply(settled.bytes("hex"), each.objects("edits"));
        return each.hasValue("anchor") ? each.bytes("anchor") : null;
    }

    private TestDevice deviceOf(VectorCase each, byte[] anchor) {
        TestDevice device = new TestDevice(1);
        device.now = LOADED_AT;
        if (anchor != null) device.anchors.put(name, anchor);
        if (each.has("envelopeHex")) device.blobs.put(name, each.bytes("envelopeHex"));
        else if (each.hasValue("envelope"))
            device.blobs.put(name, bases.get(each.text("envelope")).bytes("hex"));
        if (each.hasValue("former"))
            device.formers.put(name, bases.get(each.text("former")).bytes("hex"));
        boolean hasKey = !each.has("anchorKey");
        if (hasKey)
            device.keys.put(StorageNames.anchorKey(Hex.bytes(name)), settled.bytes("anchorKey"));
        return device;
    }

    private void load(VectorCase each, TestDevice device) throws Exception {
        VectorCase expected = each.object("expect");
        Map<String, byte[]> before = stored(device);
        byte[] anchor = device.anchors.get(name);
        LoadedVault[] vault = new LoadedVault[1];
        String refusal =
                Refusals.codeOf(
                        () -> vault[0] = new VaultLoader(device.ports(), Hex.bytes(name)).load());
        String code = refusal == null && vault[0] == null ? "NOT_FOUND" : refusal;
        assertEquals(expected.text("error", null), code);
        if (code == null) checkLoaded(expected, device, vault[0]);
        else if (code.equals("NOT_FOUND") || code.equals("TOO_MANY_ATTEMPTS"))
            checkErased(expected, device, anchor);
        else assertUntouched(before, device);
    }

    private void checkLoaded(VectorCase expected, TestDevice device, LoadedVault vault) {
        assertEquals(expected.number("generation"), vault.envelope().header().generation());
        assertEquals(expected.number("writes"), device.anchorWrites.size());
        assertEquals(expected.number("attempts", 0), vault.anchor().attempts());
        Envelope stored = EnvelopeParser.parse(device.blobs.get(name));
        assertEquals(expected.number("generation"), stored.header().generation());
        assertEquals(expected.text("anchor"), Bytes.hex(device.anchors.get(name)));
        assertEquals(expected.texts("destroyed"), destroyedSlots(device));
        List<String> dead = new ArrayList<>();
        for (byte[] id : vault.anchor().deadSlots()) dead.add(Bytes.hex(id));
        assertEquals(expected.texts("dead"), dead);
    }

    private void checkErased(VectorCase expected, TestDevice device, byte[] anchor) {
        assertEquals(Map.of(), stored(device));
        if (anchor == null) return;
        List<byte[]> written = device.anchorWrites;
        byte[] last = written.isEmpty() ? anchor : written.get(written.size() - 1);
        assertEquals(expected.text("anchor"), Bytes.hex(last));
        assertEquals(expected.number("writes"), written.size());
        assertEquals(expected.texts("destroyed"), destroyedSlots(device));
    }

    private void assertUntouched(Map<String, byte[]> before, TestDevice device) {
        assertEquals(List.of(), device.anchorWrites);
        Map<String, byte[]> after = stored(device);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((place, bytes) -> assertArrayEquals(bytes, after.get(place)));
    }

    private Map<String, byte[]> stored(TestDevice device) {
        Map<String, byte[]> stored = new HashMap<>();
        device.anchors.forEach((key, bytes) -> stored.put("anchor " + key, bytes));
        device.blobs.forEach((key, bytes) -> stored.put("envelope " + key, bytes));
        device.formers.forEach((key, bytes) -> stored.put("former " + key, bytes));
        return stored;
    }

    private static List<String> destroyedSlots(TestDevice device) {
        List<String> slots = new ArrayList<>();
        for (String key : device.destroyed) slots.add(key.split("\\.", -1)[2]);
        return slots;
    }
}
