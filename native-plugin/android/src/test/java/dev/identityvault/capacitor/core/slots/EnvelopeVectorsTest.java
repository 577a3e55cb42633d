package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.EnvelopeEncoder;
import dev.identityvault.capacitor.core.codec.EnvelopeParser;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Payload;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.support.Edits;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.Truncations;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorDevice;
import dev.identityvault.capacitor.core.support.VectorFile;
import dev.identityvault.capacitor.crypto.JcaAead;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class EnvelopeVectorsTest {
    private static final JcaAead AEAD = new JcaAead();

    private final Map<String, VectorCase> bases = VectorFile.named("envelopes.json").bases();

    @TestFactory
    List<DynamicTest> envelopes() {
        return VectorFile.named("envelopes.json").tests(this::check);
    }

    private void check(VectorCase each) throws Exception {
        VectorCase base = each.has("base") ? bases.get(each.text("base")) : null;
        VectorCase expected = each.object("expect");
        String level = each.text("level");
        if (level.equals("compose")) {
            compose(each.object("compose"), expected);
            return;
        }
        byte[] start = each.has("hex") ? each.bytes("hex") : base.bytes("hex");
        byte[] bytes = Edits.apply(start, each.objects("edits"));
        if (each.has("truncate")) {
            Truncations.check(each, bytes, EnvelopeParser::parse);
        } else if (level.equals("parse")) {
            assertEquals(
                    expected.text("error", null),
                    Refusals.codeOf(() -> EnvelopeParser.parse(bytes)));
        } else {
            assertEquals("open", level);
            checkOpen(bytes, new VectorDevice(each, base), expected);
        }
    }

    private static void checkOpen(byte[] bytes, VectorDevice device, VectorCase expected)
            throws Exception {
        if (expected.has("error")) {
            assertEquals(expected.text("error"), Refusals.codeOf(() -> open(bytes, device)));
            return;
        }
        List<String> texts = new ArrayList<>();
        for (String[] pair : expected.pairs("values")) texts.add(pair[0] + "=" + pair[1]);
        assertEquals(texts, open(bytes, device));
    }

    /** FORMAT.md §6.4, step by step. */
    private static List<String> open(byte[] bytes, VectorDevice device) {
        Envelope envelope = EnvelopeParser.parse(bytes);
        EnvelopeOpener.assertScope(envelope.header().scope(), device.scope);
        Slot slot = EnvelopeOpener.findSlot(envelope, device.kind);
        boolean asks = slot.head().kind() == Kind.APP_PASSCODE;
        Credential credential =
                asks
                        ? Credential.passcode(Passcode.normalise(device.passcode.toCharArray()))
                        : Credential.NONE;
        OpenedSlot opened = EnvelopeOpener.openSlot(device.ports(), envelope, slot, credential);
        List<String> texts = new ArrayList<>();
        EnvelopeOpener.openPayload(AEAD, envelope, opened.dek())
                .forEach(
                        (key, value) ->
                                texts.add(key + "=" + new String(value, StandardCharsets.UTF_8)));
        return texts;
    }

    private static void compose(VectorCase rule, VectorCase expected) {
        byte[] header = rule.bytes("header");
        byte[] value = new byte[(int) rule.number("length")];
        Arrays.fill(value, (byte) Integer.parseInt(rule.text("byte"), 16));
        Dek dek = AEAD.importDek(rule.bytes("dek"));
        byte[] nonce = rule.bytes("payloadNonce");
        byte[] payload = Payload.encode(Map.of(rule.text("key"), value));
        byte[] vaultId = Arrays.copyOfRange(header, 6, 22);
        byte[] ciphertext = AEAD.seal(dek, payload, vaultId, new Aead.Binding(nonce, header));
        byte[] envelope = Bytes.concat(header, nonce, Bytes.u32(ciphertext.length), ciphertext);
        assertEquals(expected.text("sha256"), Bytes.hex(AEAD.digest(envelope)));
        Envelope parsed = EnvelopeParser.parse(envelope);
        assertArrayEquals(
                envelope,
                EnvelopeEncoder.encodeEnvelope(header, nonce, parsed.ciphertext().copy()).bytes());
        assertArrayEquals(header, EnvelopeEncoder.encodeHeader(parsed.header()));
        Map<String, byte[]> values = EnvelopeOpener.openPayload(AEAD, parsed, dek);
        assertArrayEquals(value, values.get(rule.text("key")));
    }
}
