package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.Entry;
import dev.identityvault.capacitor.vaults.GivenPasscode;
import dev.identityvault.capacitor.vaults.LocalVault;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls of a vault. BRIDGE.md §4.2. */
final class VaultCalls {
    /** The vault that is meant, and its name in this process. */
    record Target(String name, LocalVault vault) {}

    /** Longest id. BRIDGE.md §7. */
    private static final int ID = 64;

    private static final Set<String> NAMES =
            new HashSet<>(
                    Arrays.asList(
                            "status",
                            "isUnlocked",
                            "protection",
                            "keys",
                            "read",
                            "readAll",
                            "write",
                            "replace",
                            "rekey",
                            "slotsFor",
                            "choosePasscode",
                            "unlock",
                            "unlockWithPasscode",
                            "lock",
                            "erase",
                            "configure",
                            "lease",
                            "endLease",
                            "activity"));

    private final ChosenPasscodes passcodes;

    VaultCalls(ChosenPasscodes passcodes) {
        this.passcodes = passcodes;
    }

    static boolean has(String call) {
        return NAMES.contains(call);
    }

    /** Begins before it returns. Resolves with the result as JSON, or {@code null}. */
    Answer<Object> begin(String call, Message given, Target target) {
        LocalVault vault = target.vault();
        return switch (call) {
            case "status" -> Answer.of(Results.status(vault.status()));
            case "isUnlocked" -> Answer.of(vault.isUnlocked());
            case "protection" -> Answer.of(Results.protection(vault.protection()));
            case "keys" -> vault.values().then(values -> Answer.of(Results.keys(values)));
            case "read" -> read(given.contents("keys"), vault);
            case "readAll" ->
                    vault.values()
                            .then(values -> Answer.of(Results.entries(values, values.keySet())));
            case "write" -> write(given, vault);
            case "lease" -> lease(given.contents("keys"), vault);
            case "endLease" -> done(() -> vault.endLease(given.text("lease", ID)));
            case "activity" -> done(vault::noticeActivity);
            case "replace" -> replace(given, target);
            case "rekey" ->
                    nothing(vault.rekey(Arguments.mode(given), optionalPasscode(given, target)));
            case "slotsFor" -> Answer.of(Results.kinds(vault.slotsFor(Arguments.mode(given))));
            case "choosePasscode" ->
                    vault.choosePasscode().then(chosen -> Answer.of(reference(chosen, target)));
            case "unlock" -> nothing(vault.unlock(optionalKind(given)));
            case "unlockWithPasscode" ->
                    nothing(
                            vault.unlockWithPasscode(
                                    ChosenPasscodes.typed(given.object("passcode"))));
            case "lock" -> done(vault::lock);
            case "erase" -> nothing(vault.erase());
            case "configure" ->
                    done(() -> vault.configure(Arguments.settings(given.object("settings"))));
            default -> throw BridgeRefusal.arguments();
        };
    }

    private static Answer<Object> read(List<String> keys, LocalVault vault) {
        return vault.values()
                .then(values -> Answer.of(Results.entries(values, new LinkedHashSet<>(keys))));
    }

    private static Answer<Object> write(Message given, LocalVault vault) {
        Map<String, byte[]> changes = valuesOf(given.objects("changes", Arguments::change));
        return nothing(
                given.has("lease")
                        ? vault.writeLeased(changes, given.text("lease", ID))
                        : vault.write(changes));
    }

    private static Answer<Object> lease(List<String> names, LocalVault vault) {
        return vault.lease(names).then(Answer::of);
    }

    private Answer<Object> replace(Message given, Target target) {
        Map<String, byte[]> values = valuesOf(given.objects("entries", Arguments::entry));
        return nothing(
                target.vault()
                        .replace(Arguments.mode(given), values, optionalPasscode(given, target)));
    }

    /** Of two changes of one key the later wins. */
    private static Map<String, byte[]> valuesOf(List<Entry> entries) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (Entry entry : entries)
            values.put(entry.key(), entry.json() == null ? null : Bytes.utf8(entry.json()));
        return values;
    }

    private GivenPasscode optionalPasscode(Message given, Target target) {
        return given.has("passcode")
                ? passcodes.take(target.name(), given.object("passcode"))
                : null;
    }

    private static Kind optionalKind(Message given) {
        return given.has("only") ? Arguments.kind(given, "only") : null;
    }

    private Object reference(char[] chosen, Target target) {
        String reference = chosen == null ? null : passcodes.keep(target.name(), chosen);
        return new Json().with("chosen", reference).object();
    }

    private static Answer<Object> nothing(Answer<Void> answer) {
        return answer.then(done -> Answer.of(null));
    }

    private static Answer<Object> done(Runnable task) {
        task.run();
        return Answer.of(null);
    }
}
