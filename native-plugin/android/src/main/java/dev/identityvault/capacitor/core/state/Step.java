package dev.identityvault.capacitor.core.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What an event comes to.
 *
 * @param effects what is to be done about it, in this order
 */
public record Step(LockState state, List<StateEffect> effects) {
    /** A step that follows. */
    interface Next {
        Step of(LockState state);
    }

    static Step stay(LockState state, StateEffect... effects) {
        return new Step(state, Collections.unmodifiableList(Arrays.asList(effects)));
    }

    /** One step after another, with the effects of both. */
    Step andThen(Next next) {
        Step second = next.of(state);
        return new Step(second.state, effects).and(second.effects);
    }

    Step and(List<StateEffect> more) {
        List<StateEffect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new Step(state, Collections.unmodifiableList(all));
    }

    Step and(StateEffect more) {
        return and(Collections.singletonList(more));
    }

    Step andIf(boolean condition, StateEffect more) {
        return condition ? and(more) : this;
    }
}
