package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.support.Ecies;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a device does with enc: here by the JDK, with keys in the open. */
final class KemVectorsTest {
    @TestFactory
    List<DynamicTest> kems() {
        Map<String, VectorCase> bases = VectorFile.named("kems.json").bases();
        return VectorFile.named("kems.json")
                .tests(each -> check(each, bases.get(each.text("base")).bytes("key")));
    }

    private static void check(VectorCase each, byte[] key) throws Exception {
        byte[] secret = decrypt(Kem.ofId((int) each.number("kem")), key, each.bytes("enc"));
        VectorCase expected = each.object("expect");
        if (secret == null) assertEquals("AUTHENTICATION_FAILED", expected.text("error"));
        else if (secret.length != 32) assertEquals("CORRUPT", expected.text("error"));
        else assertEquals(expected.text("secret"), Bytes.hex(secret));
    }

    /** {@code null}: it does not decrypt. */
    private static byte[] decrypt(Kem kem, byte[] key, byte[] enc) throws Exception {
        return switch (kem) {
            case RSA_OAEP_SHA256 -> rsa("SHA-256", key, enc);
            case RSA_OAEP_SHA1 -> rsa("SHA-1", key, enc);
            case ECIES_P256 -> Ecies.decrypt(key, enc);
            case AES_KEYSTORE ->
                    gcm(key, Arrays.copyOf(enc, 12), Arrays.copyOfRange(enc, 12, enc.length));
            case NONE, WEB_AUTHN_PRF -> throw new AssertionError("no vectors of " + kem);
        };
    }

    private static byte[] rsa(String hash, byte[] key, byte[] enc) throws Exception {
        java.security.Key opened =
                java.security.KeyFactory.getInstance("RSA")
                        .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(key));
        javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                javax.crypto.Cipher.DECRYPT_MODE,
                opened,
                new javax.crypto.spec.OAEPParameterSpec(
                        hash,
                        "MGF1",
                        java.security.spec.MGF1ParameterSpec.SHA1,
                        javax.crypto.spec.PSource.PSpecified.DEFAULT));
        try {
            return cipher.doFinal(enc);
        } catch (javax.crypto.BadPaddingException refusal) {
            return null;
        }
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] sealed) throws Exception {
        javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                javax.crypto.Cipher.DECRYPT_MODE,
                new javax.crypto.spec.SecretKeySpec(key, "AES"),
                new javax.crypto.spec.GCMParameterSpec(128, nonce));
        try {
            return cipher.doFinal(sealed);
        } catch (javax.crypto.AEADBadTagException refusal) {
            return null;
        }
    }
}
