package dev.identityvault.capacitor.core.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.support.VectorCase;

/** What a step asks of the ports, and what it left behind. */
final class Run {
    final JsonArray effects = new JsonArray();
    final long now;
    final boolean keysStick;
    final LabelledBytes random;

    /** F is evaluated where it can be counted: when something is opened. */
    final boolean countsEvaluations;

    private final int killAfter;
    private boolean isDead = false;

    /**
     * @param killAfter after so many effects the process is dead
     */
    Run(VectorCase step, LabelledBytes random, int killAfter) {
        now = step.number("now");
        keysStick = step.flag("keysStick", false);
        countsEvaluations =
                step.text("op").equals("unlock") && step.number("kind") != Kind.DEVICE.id();
        this.random = random;
        this.killAfter = killAfter;
    }

    /** Nothing that a dead process does counts, not even a read. */
    void assertAlive() {
        if (isDead) throw new Killed();
    }

    /** Before what it tells of: a killed process leaves out what would come next. */
    void record(JsonObject effect) {
        assertAlive();
        isDead = effects.size() == killAfter;
        assertAlive();
        effects.add(effect);
    }

    static JsonObject effect(String name) {
        JsonObject effect = new JsonObject();
        effect.addProperty("effect", name);
        return effect;
    }

    static JsonObject effect(String name, String field, String value) {
        JsonObject effect = effect(name);
        effect.addProperty(field, value);
        return effect;
    }
}
