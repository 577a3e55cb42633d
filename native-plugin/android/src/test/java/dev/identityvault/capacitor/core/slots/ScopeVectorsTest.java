package dev.identityvault.capacitor.core.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.support.Hex;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;
import dev.identityvault.capacitor.crypto.JcaAead;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

final class ScopeVectorsTest {
    @TestFactory
    List<DynamicTest> scopes() {
        return VectorFile.named("scopes.json").tests(ScopeVectorsTest::check);
    }

    @Test
    void neverCollide() {
        List<String> scopes = new ArrayList<>();
        for (VectorCase each : VectorFile.named("scopes.json").cases()) {
            if (each.object("expect").has("scope")) scopes.add(each.object("expect").text("scope"));
        }
        assertEquals(scopes.size(), new HashSet<>(scopes).size());
    }

    private static void check(VectorCase each) throws Exception {
        VectorCase expected = each.object("expect");
        if (expected.has("error")) {
            assertEquals(
                    expected.text("error"), Refusals.codeOf(() -> scopeOf(each, new JcaAead())));
            return;
        }
        Hashing aead = new Hashing();
        assertEquals(expected.text("scope"), Bytes.hex(scopeOf(each, aead)));
        assertEquals(expected.text("input"), Bytes.hex(aead.hashed));
    }

    private static byte[] scopeOf(VectorCase each, Aead aead) {
        String appId = each.text("appId");
        if (each.has("key")) return Scope.ofKey(aead, appId, each.text("key"));
        String name =
                each.has("vaultName")
                        ? each.text("vaultName")
                        : Hex.utf16(each.text("vaultNameUtf16"));
        return Scope.of(aead, appId, name, each.text("username"));
    }

    /** Remembers what was hashed. */
    private static final class Hashing extends NoAead {
        byte[] hashed;

        @Override
        public byte[] digest(byte[] data) {
            hashed = data;
            return new JcaAead().digest(data);
        }
    }
}
