package dev.identityvault.capacitor.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;

/** Readings that no vector has: the ends of what a clock can tell. */
final class OddClockTest {
    private static final LockSettings SETTINGS = new LockSettings(5000L, false);

    private LockState state = LockState.initial(SETTINGS);

    private void happens(StateEvent event, long now) {
        state = Reducer.reduce(state, event, now).state();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1})
    void timeToLockIsOver(long odd) {
        happens(new StateEvent.Created(Custody.STORED), 1000);
        happens(new StateEvent.Pause(), 1000);
        happens(new StateEvent.Tick(), odd);
        assertEquals(Phase.LOCKED, state.phase());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void timeToLockIsOverSinceAnOddPause(long odd) {
        happens(new StateEvent.Created(Custody.STORED), 1000);
        happens(new StateEvent.Pause(), odd);
        happens(new StateEvent.Tick(), 1001);
        assertEquals(Phase.LOCKED, state.phase());
    }

    @Test
    void aTimeThatIsNoNumberIsOver() {
        happens(new StateEvent.Created(Custody.STORED), -1000);
        happens(new StateEvent.Pause(), Long.MIN_VALUE + 1);
        happens(new StateEvent.Tick(), Long.MAX_VALUE - 1);
        assertEquals(Phase.LOCKED, state.phase());
        assertEquals(Moments.FOREVER, Moments.between(-2, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void leaseIsOver(long odd) {
        happens(new StateEvent.Created(Custody.STORED), 1000);
        happens(new StateEvent.LeaseBegin("l", Collections.singletonList("a")), 1000);
        happens(new StateEvent.Lock(), 1001);
        happens(new StateEvent.Tick(), odd);
        assertNull(state.lease());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void leaseIsOverSinceAnOddLock(long odd) {
        happens(new StateEvent.Created(Custody.STORED), 1000);
        happens(new StateEvent.LeaseBegin("l", Collections.singletonList("a")), 1000);
        happens(new StateEvent.Lock(), odd);
        happens(new StateEvent.Tick(), 1001);
        assertNull(state.lease());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, 999})
    void whoWasAwayDuringAPromptWasAwayTooLong(long odd) {
        happens(new StateEvent.Created(Custody.STORED), 1000);
        happens(new StateEvent.PromptBegin(), 1000);
        happens(new StateEvent.Pause(), 1000);
        happens(new StateEvent.Resume(), odd);
        happens(StateEvent.PromptEnd.done(), 1001);
        assertEquals(Phase.LOCKED, state.phase());
    }

    @Test
    void theTimeUntilAMomentIsNeverNegative() {
        assertEquals(5, NextDue.timeUntil(1005, 1000));
        assertEquals(0, NextDue.timeUntil(1000, 1000));
        assertEquals(0, NextDue.timeUntil(999, 1000));
        for (long now : new long[] {Long.MIN_VALUE, -1, 0, 1000, Long.MAX_VALUE})
            assertEquals(0, NextDue.timeUntil(Moments.PAST, now));
        assertEquals(Moments.FOREVER, NextDue.timeUntil(Long.MAX_VALUE, -2));
    }

    @Test
    void timesDoNotOverflow() {
        state = LockState.initial(new LockSettings(Long.MAX_VALUE, false, Long.MAX_VALUE, 0));
        happens(new StateEvent.Created(Custody.STORED), 1000);
        happens(new StateEvent.Pause(), 1000);
        happens(new StateEvent.Tick(), Long.MAX_VALUE - 1);
        assertEquals(Phase.UNLOCKED, state.phase());
        assertEquals(Long.MAX_VALUE, NextDue.of(state));
    }
}
