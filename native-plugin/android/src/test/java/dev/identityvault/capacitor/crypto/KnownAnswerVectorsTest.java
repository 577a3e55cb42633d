package dev.identityvault.capacitor.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.support.P256;
import dev.identityvault.capacitor.core.support.TestCrypto;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.List;

final class KnownAnswerVectorsTest {
    @TestFactory
    List<DynamicTest> knownAnswers() {
        return VectorFile.named("known-answers.json").tests(KnownAnswerVectorsTest::check);
    }

    private static void check(VectorCase each) {
        each.text("source");
        byte[] found = compute(each.text("primitive"), each);
        assertEquals(each.object("expect").text("output"), Bytes.hex(found));
    }

    private static byte[] compute(String primitive, VectorCase each) {
        return switch (primitive) {
            case "SHA-256" -> new JcaAead().digest(each.bytes("input"));
            case "HMAC-SHA-256" -> Hmac.of(each.bytes("key"), each.bytes("input"));
            case "HKDF-SHA-256" ->
                    Hkdf.derive(
                            each.bytes("secret"),
                            each.bytes("salt"),
                            each.bytes("info"),
                            length(each));
            case "X9.63-KDF-SHA-256" ->
                    x963(each.bytes("secret"), each.bytes("info"), length(each));
            case "PBKDF2-HMAC-SHA-256" ->
                    Pbkdf2.derive(
                            each.bytes("password"),
                            each.bytes("salt"),
                            (int) each.number("iterations"),
                            length(each));
            case "AES-256-GCM" -> gcm(each);
            case "ECDH-P-256" ->
                    P256.multiple(
                            each.bytes("scalar"),
                            P256.at(each.bytes("pointX"), each.bytes("pointY")));
            default -> throw new AssertionError("a primitive that is not known");
        };
    }

    private static byte[] gcm(VectorCase each) {
        Aead.Binding binding = new Aead.Binding(each.bytes("nonce"), each.bytes("aad"));
        byte[] sealed = AesGcm.seal(each.bytes("key"), each.bytes("plaintext"), binding);
        assertArrayEquals(
                each.bytes("plaintext"), AesGcm.open(each.bytes("key"), Slice.of(sealed), binding));
        return sealed;
    }

    private static byte[] x963(byte[] secret, byte[] info, int length) {
        byte[] output = new byte[0];
        for (int index = 1; output.length < length; index++) {
            output = Bytes.concat(output, TestCrypto.sha256(secret, Bytes.u32(index), info));
        }
        return Arrays.copyOf(output, length);
    }

    private static int length(VectorCase each) {
        return (int) each.number("length");
    }
}
