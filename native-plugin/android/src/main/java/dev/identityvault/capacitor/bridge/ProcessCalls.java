package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.LocalVaults;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The calls of the process. BRIDGE.md §4.1. */
final class ProcessCalls {
    private static final Set<String> NAMES =
            new HashSet<>(
                    Arrays.asList(
                            "open",
                            "events",
                            "acknowledge",
                            "deviceFacts",
                            "isBiometricsSupported",
                            "isBiometricsAvailable",
                            "showBiometricPrompt",
                            "setHidesScreen",
                            "hidesScreen"));

    private final LocalVaults vaults;
    private final EventLog log;

    ProcessCalls(LocalVaults vaults, EventLog log) {
        this.vaults = vaults;
        this.log = log;
    }

    static boolean has(String call) {
        return NAMES.contains(call);
    }

    /** Begins before it returns. Resolves with the result as JSON, or {@code null}. */
    Answer<Object> begin(String call, Message given) {
        return switch (call) {
            case "open" -> Answer.of(open(given));
            case "events" ->
                    log.after(given.count("after")).then(list -> Answer.of(Results.events(list)));
            case "acknowledge" -> done(() -> log.acknowledge(given.count("event")));
            case "deviceFacts" -> Answer.of(Results.deviceFacts(vaults.deviceFacts()));
            case "isBiometricsSupported" -> Answer.of(vaults.biometrics().isSupported());
            case "isBiometricsAvailable" -> Answer.of(vaults.biometrics().isAvailable());
            case "showBiometricPrompt" ->
                    vaults.prove(Arguments.texts(given.object("texts")))
                            .then(nothing -> Answer.of(null));
            case "setHidesScreen" -> done(() -> vaults.hideScreen(given.flag("isHidden")));
            case "hidesScreen" -> Answer.of(vaults.hidesScreen());
            default -> throw BridgeRefusal.arguments();
        };
    }

    private String open(Message given) {
        return vaults.open(
                Arguments.descriptor(given.object("descriptor")),
                Arguments.settings(given.object("settings")),
                log::listenerOf);
    }

    private static Answer<Object> done(Runnable task) {
        task.run();
        return Answer.of(null);
    }
}
