package dev.identityvault.capacitor.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;

final class StateMachineVectorsTest {
    @TestFactory
    List<DynamicTest> traces() {
        return VectorFile.named("state-machine.json").tests(StateMachineVectorsTest::check);
    }

    private static void check(VectorCase trace) {
        LockState state = LockState.initial(TraceReader.settings(trace.object("settings")));
        for (VectorCase step : trace.objects("steps")) {
            VectorCase event = step.object("event");
            String at = event.text("type") + " at " + event.number("now");
            Step next = Reducer.reduce(state, TraceReader.event(event), event.number("now"));
            state = next.state();
            assertEquals(step.text("phase"), TraceReader.nameOf(state.phase()), at);
            assertEquals(effectsOf(step), next.effects(), at);
            assertEquals(TraceReader.moment(step, "due"), NextDue.of(state), at);
            step.assertAllRead();
        }
    }

    private static List<StateEffect> effectsOf(VectorCase step) {
        List<StateEffect> effects = new ArrayList<>();
        for (VectorCase effect : step.objects("effects")) {
            effects.add(TraceReader.effect(effect));
            effect.assertAllRead();
        }
        return effects;
    }
}
