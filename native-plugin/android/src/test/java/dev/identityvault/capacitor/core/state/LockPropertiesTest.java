package dev.identityvault.capacitor.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd.Outcome;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;

/** What holds whatever happens, in whichever order. */
final class LockPropertiesTest {
    private static final String SEED = "20261128";

    /** An event, and how long after the one before; a clock may go backwards. */
    record Happened(StateEvent event, int later) {}

    @Property(tries = 5000, seed = SEED)
    void everyCallerIsAnsweredOnceOrWaits(
            @ForAll("settings") LockSettings settings, @ForAll("stories") List<Happened> story) {
        List<String> asked = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        LockState state = LockState.initial(settings);
        long now = 100_000;
        for (Happened each : story) {
            now += each.later;
            StateEvent event = each.event;
            if (event instanceof StateEvent.Unlock unlock) {
                String caller = unlock.caller() + asked.size();
                asked.add(caller);
                event = new StateEvent.Unlock(caller, unlock.automatic());
            }
            Step step = Reducer.reduce(state, event, now);
            for (StateEffect effect : step.effects()) {
                if (effect instanceof StateEffect.Resolve resolve)
                    answered.addAll(resolve.callers());
                if (effect instanceof StateEffect.Reject reject) answered.addAll(reject.callers());
            }
            state = step.state();
            List<String> known = new ArrayList<>(answered);
            known.addAll(state.callers());
            assertEquals(sorted(asked), sorted(known));
        }
    }

    @Property(tries = 5000, seed = SEED)
    void stateIsConsistent(
            @ForAll("settings") LockSettings settings, @ForAll("stories") List<Happened> story) {
        LockState state = LockState.initial(settings);
        long now = 100_000;
        for (Happened each : story) {
            now += each.later;
            Step step = Reducer.reduce(state, each.event, now);
            assertTrue(step.state().epoch() >= state.epoch());
            assertConsistent(step.state());
            assertLookingIsEnough(step.state(), now);
            boolean hadKey = state.phase() == Phase.UNLOCKED || state.lease() != null;
            boolean hasKey = step.state().phase() == Phase.UNLOCKED || step.state().lease() != null;
            if (hadKey && !hasKey)
                assertTrue(step.effects().contains(new StateEffect.DropKey()), step::toString);
            state = step.state();
        }
    }

    private static void assertConsistent(LockState state) {
        boolean isUnlocked = state.phase() == Phase.UNLOCKED;
        if (!isUnlocked) {
            assertNull(state.use());
            assertEquals(Custody.STORED, state.custody());
        }
        assertEquals(state.phase() == Phase.UNLOCKING, !state.callers().isEmpty());
        if (state.phase() == Phase.UNLOCKING) {
            assertTrue(state.prompt().authenticates());
            assertEquals(state.epoch(), state.prompt().epoch());
        }
        if (state.lease() != null) {
            assertFalse(state.custody() == Custody.MEMORY);
            assertTrue(isUnlocked || state.lease().deadline() != null);
            assertFalse(state.phase() == Phase.ABSENT);
        }
    }

    /** Who looks twice finds no more than who looks once, and the timer is set for later. */
    private static void assertLookingIsEnough(LockState state, long now) {
        LockState judged = Reducer.reduce(state, new StateEvent.Tick(), now).state();
        assertEquals(Step.stay(judged), Reducer.reduce(judged, new StateEvent.Tick(), now));
        Long due = NextDue.of(judged);
        assertTrue(due == null || due > now, () -> "due at " + due + ", now is " + now);
    }

    private static List<String> sorted(List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(null);
        return sorted;
    }

    @Provide
    Arbitrary<LockSettings> settings() {
        Arbitrary<Long> lockAfter = Arbitraries.of(0L, 100L, 5000L).injectNull(0.2);
        Arbitrary<Long> timeouts = Arbitraries.of(0L, 1000L, 70_000L);
        return Combinators.combine(lockAfter, Arbitraries.of(true, false), timeouts, timeouts)
                .as(LockSettings::new);
    }

    @Provide
    Arbitrary<List<Happened>> stories() {
        Arbitrary<Integer> later = Arbitraries.of(0, 1, 99, 100, 5000, 10_000, 60_000, -1, -20_000);
        return Combinators.combine(events(), later).as(Happened::new).list().ofMaxSize(14);
    }

    private Arbitrary<StateEvent> events() {
        List<String> a = List.of("a");
        Arbitrary<StateEvent> plain =
                Arbitraries.of(
                        new StateEvent.Tick(),
                        new StateEvent.Erased(),
                        new StateEvent.Activity(),
                        new StateEvent.Deactivate(),
                        new StateEvent.Activate(),
                        new StateEvent.Pause(),
                        new StateEvent.Resume(),
                        new StateEvent.Lock(),
                        new StateEvent.PromptBegin(),
                        PromptEnd.ok(),
                        PromptEnd.done(),
                        new StateEvent.LeaseBegin("l", a),
                        new StateEvent.LeaseWrite("l", a, true),
                        new StateEvent.LeaseWrite("l", a, false),
                        new StateEvent.LeaseEnd("l"));
        Arbitrary<CoreErrorCode> codes = Arbitraries.of(CoreErrorCode.class);
        Arbitrary<Custody> custodies = Arbitraries.of(Custody.class);
        return Arbitraries.oneOf(
                plain,
                custodies.map(StateEvent.Created::new),
                Arbitraries.of(Custody.STORED, Custody.OPEN)
                        .injectNull(0.2)
                        .map(StateEvent.Found::new),
                codes.map(StateEvent.Damaged::new),
                settings().map(StateEvent.Configure::new),
                Arbitraries.of(true, false).map(automatic -> new StateEvent.Unlock("c", automatic)),
                Arbitraries.longs().between(0, 5).map(StateEvent.Opened::new),
                Combinators.combine(
                                codes, Arbitraries.of(Enrolment.class), Arbitraries.of(true, false))
                        .as(
                                (code, enrolment, erases) ->
                                        new PromptEnd(Outcome.FAILED, code, enrolment, erases)));
    }
}
