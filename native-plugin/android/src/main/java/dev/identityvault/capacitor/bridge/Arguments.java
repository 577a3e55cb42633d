package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.vaults.Descriptor;
import dev.identityvault.capacitor.vaults.Entry;
import dev.identityvault.capacitor.vaults.PromptTexts;
import dev.identityvault.capacitor.vaults.Settings;

/** Reads what calls take. BRIDGE.md §4. */
final class Arguments {
    private Arguments() {}

    static Descriptor descriptor(Message message) {
        return message.has("key")
                ? new Descriptor(message.name("key"), null)
                : new Descriptor(message.name("vaultName"), message.name("username"));
    }

    static Settings settings(Message message) {
        return new Settings(
                mode(message),
                message.nullableCount("lockAfter"),
                new Settings.Timeouts(
                        message.optionalCount("idleTimeout"),
                        message.optionalCount("sessionTimeout")),
                message.flag("hideScreen"),
                message.flag("wipeAtMax"),
                message.count("maxAttempts"),
                enrolment(message.name("onEnrollmentChange")),
                message.has("texts") ? texts(message.object("texts")) : PromptTexts.DEFAULT);
    }

    static PromptTexts texts(Message message) {
        return new PromptTexts(
                message.optionalName("androidBiometricsPromptTitle"),
                message.optionalName("androidBiometricsPromptSubtitle"),
                message.optionalName("androidBiometricsPromptDescription"),
                message.optionalName("androidBiometricsNegativeButtonText"));
    }

    static Mode mode(Message message) {
        Mode mode = Mode.ofId(id(message, "mode"));
        if (mode == null) throw BridgeRefusal.arguments();
        return mode;
    }

    static Kind kind(Message message, String name) {
        Kind kind = Kind.ofId(id(message, name));
        if (kind == null) throw BridgeRefusal.arguments();
        return kind;
    }

    static Entry entry(Message message) {
        return new Entry(message.content("key"), message.content("json"));
    }

    static Entry change(Message message) {
        return new Entry(message.content("key"), message.nullableContent("json"));
    }

    private static int id(Message message, String name) {
        return (int) Math.min(message.count(name), Integer.MAX_VALUE);
    }

    private static Enrolment enrolment(String name) {
        return switch (name) {
            case "requireOther" -> Enrolment.REQUIRE_OTHER;
            case "wipe" -> Enrolment.WIPE;
            case "ignore" -> Enrolment.IGNORE;
            default -> throw BridgeRefusal.arguments();
        };
    }
}
