package dev.identityvault.capacitor.core.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.slots.Passcode;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.store.PolicyChanges;
import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.vault.CoreSettings;
import dev.identityvault.capacitor.core.vault.CoreVault;
import dev.identityvault.capacitor.core.vault.WriteOptions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a story from its start, or goes on with it. */
final class StoryPlayer {
    private static final int ITERATIONS = 100_000;
    private static final int NEVER = -1;

    private final String id;
    private final byte[] scope;
    private final StoryDevice device;
    private CoreVault vault;
    private int steps;

    StoryPlayer(VectorCase story, byte[] scope) {
        this(story.text("id"), scope, new StoryDevice(story), 0);
    }

    /**
     * @param steps how many came before
     */
    StoryPlayer(String id, byte[] scope, StoryDevice device, int steps) {
        this.id = id;
        this.scope = scope;
        this.device = device;
        this.steps = steps;
        vault = startProcess();
    }

    /** The step has the effects and the result that it should have. */
    void play(VectorCase step) {
        begin(step, NEVER);
        if (step.text("op").equals("restart")) vault = startProcess();
        JsonObject found = outcome(step);
        String title = "step " + (steps - 1) + ", " + step.text("op");
        assertEquals(step.json("expect"), found, title);
        assertEquals(step.json("effects"), device.run.effects, title);
        step.assertAllRead();
    }

    /** The process is killed in this step: the next one is another process's. */
    void kill(VectorCase step, int after) {
        begin(step, after);
        assertThrows(Killed.class, () -> perform(step));
        JsonArray expected = new JsonArray();
        for (int at = 0; at < after; at++)
            expected.add(step.json("effects").getAsJsonArray().get(at));
        assertEquals(expected, device.run.effects);
        vault = startProcess();
    }

    private void begin(VectorCase step, int killAfter) {
        device.run = new Run(step, new LabelledBytes(id, steps), killAfter);
        steps += 1;
    }

    private JsonObject outcome(VectorCase step) {
        try {
            return perform(step);
        } catch (CoreError refusal) {
            JsonObject error = new JsonObject();
            error.addProperty("error", refusal.code().name());
            return error;
        }
    }

    private JsonObject perform(VectorCase step) {
        switch (step.text("op")) {
            case "load", "restart" -> {
                return stored(vault.start().await());
            }
            case "unlock" -> {
                return unlock(step);
            }
            case "create" -> vault.create(newVault(step)).await();
            case "write" ->
                    vault.write(changes(step), new WriteOptions(policyChanges(step), null)).await();
            case "rekey" -> vault.rekey(rekey(step)).await();
            case "erase" -> vault.erase().await();
            case "lock" -> vault.lock();
            case "leaseBegin" -> vault.leases().begin(step.text("id"), step.texts("names")).await();
            case "leaseWrite" ->
                    vault.write(changes(step), WriteOptions.withLease(step.text("id"))).await();
            case "enrol" -> device.enrol();
            case "loseKeys" -> device.loseKeys();
            case "store" ->
                    device.store(step.bytes("anchor"), step.bytes("envelope"), step.texts("keys"));
            case "loseAnchorWrites" -> device.loseAnchorWrites(step.number("count"));
            default -> throw new AssertionError("an operation that is not known");
        }
        return new JsonObject();
    }

    private JsonObject unlock(VectorCase step) {
        char[] passcode = step.has("passcode") ? step.text("passcode").toCharArray() : null;
        vault.unlockWith(Kind.ofId((int) step.number("kind")), passcode).await();
        JsonArray values = new JsonArray();
        vault.values()
                .await()
                .forEach(
                        (key, value) -> {
                            JsonArray entry = new JsonArray();
                            entry.add(key);
                            entry.add(new String(value, StandardCharsets.UTF_8));
                            values.add(entry);
                        });
        JsonObject result = new JsonObject();
        result.add("values", values);
        return result;
    }

    private static JsonObject stored(LoadedVault loaded) {
        JsonObject result = new JsonObject();
        if (loaded == null) {
            result.addProperty("error", "NOT_FOUND");
            return result;
        }
        result.addProperty("generation", loaded.envelope().header().generation());
        result.addProperty("attempts", (long) loaded.anchor().attempts());
        JsonArray dead = new JsonArray();
        for (byte[] slotId : loaded.anchor().deadSlots()) dead.add(Bytes.hex(slotId));
        result.add("dead", dead);
        return result;
    }

    private static NewVault newVault(VectorCase step) {
        // All fields are read before a passcode is refused.
        Map<String, byte[]> values = map(step.pairs("values"));
        return new NewVault(policy(step), slots(step.objects("slots")), values);
    }

    private static RekeyRequest rekey(VectorCase step) {
        Set<Kind> keep = EnumSet.noneOf(Kind.class);
        for (JsonElement kind : step.json("keep").getAsJsonArray())
            keep.add(Kind.ofId(kind.getAsInt()));
        return new RekeyRequest(policy(step), keep, slots(step.objects("create")));
    }

    private static VaultPolicy policy(VectorCase step) {
        VectorCase policy = step.object("policy");
        return new VaultPolicy(
                Mode.ofId((int) policy.number("mode")),
                Enrolment.ofId((int) policy.number("enrolment")),
                (int) policy.number("maxAttempts"),
                policy.flag("wipeAtMax"),
                policy.flag("passcodeSetupNeeded"));
    }

    private static List<SlotRequest> slots(List<VectorCase> asked) {
        List<SlotRequest> slots = new ArrayList<>();
        for (VectorCase each : asked) {
            Kind kind = Kind.ofId((int) each.number("kind"));
            if (kind == Kind.APP_PASSCODE) {
                byte[] passcode = Passcode.normaliseNew(each.text("passcode").toCharArray(), 4);
                slots.add(SlotRequest.passcode(passcode, ITERATIONS));
            } else {
                slots.add(SlotRequest.of(kind));
            }
            each.assertAllRead();
        }
        return slots;
    }

    private static PolicyChanges policyChanges(VectorCase step) {
        Integer maxAttempts = step.has("maxAttempts") ? (int) step.number("maxAttempts") : null;
        Boolean wipeAtMax = step.has("wipeAtMax") ? step.flag("wipeAtMax") : null;
        return new PolicyChanges(maxAttempts, wipeAtMax);
    }

    private static Map<String, byte[]> changes(VectorCase step) {
        return map(step.pairs("changes"));
    }

    private static Map<String, byte[]> map(List<String[]> pairs) {
        Map<String, byte[]> map = new LinkedHashMap<>();
        for (String[] pair : pairs) {
            map.put(pair[0], pair[1] == null ? null : pair[1].getBytes(StandardCharsets.UTF_8));
        }
        return map;
    }

    /** Everything it does, it does at once. */
    private CoreVault startProcess() {
        CoreSettings settings = new CoreSettings(scope, new LockSettings(null, false));
        return new CoreVault(StoryPorts.of(device), Runnable::run, new SilentHost(), settings);
    }
}
