package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.vaults.DeviceFacts;
import dev.identityvault.capacitor.vaults.ProtectionReport;
import dev.identityvault.capacitor.vaults.VaultStatus;

import org.json.JSONArray;
import org.json.JSONObject;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes what calls answer. BRIDGE.md §4.4. */
final class Results {
    private Results() {}

    static JSONObject status(VaultStatus status) {
        return new Json()
                .with("mode", status.mode().id())
                .with("kinds", kinds(status.kinds()))
                .with("isStored", status.isStored())
                .with("isInUse", status.isInUse())
                .with("hasSession", status.hasSession())
                .with("isLocked", status.isLocked())
                .with("isPasscodeSetupNeeded", status.isPasscodeSetupNeeded())
                .withNullable("attemptsLeft", status.attemptsLeft())
                .object();
    }

    static JSONArray kinds(List<Kind> kinds) {
        return Json.list(kinds, Kind::id);
    }

    static JSONObject protection(ProtectionReport report) {
        return new Json()
                .with("persistent", report.persistent().jsName())
                .with("encryptedAtRest", report.encryptedAtRest().jsName())
                .with("nonExtractableKey", report.nonExtractableKey().jsName())
                .with("hardwareBacked", report.hardwareBacked().jsName())
                .with("userVerification", report.userVerification().jsName())
                .with("passcodeSeenByJs", report.passcodeSeenByJs().jsName())
                .with("offlineGuessing", report.offlineGuessing())
                .with("attemptLimit", report.attemptLimit())
                .object();
    }

    static JSONObject deviceFacts(DeviceFacts facts) {
        return new Json()
                .with("hardware", Json.list(facts.hardware(), name -> name))
                .with("strength", facts.isStrong() ? "strong" : "weak")
                .with("permission", facts.permission())
                .with("hasSecureHardware", facts.hasSecureHardware())
                .with("isLockedOut", facts.isLockedOut())
                .with("isSystemPasscodeSet", facts.isSystemPasscodeSet())
                .object();
    }

    static JSONArray keys(Map<String, byte[]> values) {
        return Json.list(values.keySet(), key -> key);
    }

    /** Only those that are there, each once. */
    static JSONArray entries(Map<String, byte[]> values, Iterable<String> keys) {
        JSONArray entries = new JSONArray();
        for (String key : keys) {
            byte[] value = values.get(key);
            if (value == null) continue;
            String json = new String(value, StandardCharsets.UTF_8);
            entries.put(new Json().with("key", key).with("json", json).object());
        }
        return entries;
    }

    static JSONArray events(List<VaultEvent> events) {
        return Json.list(events, VaultEvent::json);
    }
}
