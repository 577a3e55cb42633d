package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.state.Custody;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.state.StateEvent;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.FakeHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A lock whose time is told by nobody but itself. */
final class LockTest {
    private final List<String> done = new ArrayList<>();
    private final Host host = new Host();
    private long now = 1000;
    private Long timer;
    private Runnable wake;
    private final Set<String> failing = new HashSet<>();

    /** What a host fails with that lacks a class. */
    private boolean isError;

    private int forgotten;

    private final class Host extends NotingHost {
        @Override
        void note(String call) {
            done.add(call);
            failAt(call.split(" ", 2)[0]);
        }

        @Override
        public void wakeIn(Long milliseconds, Runnable task) {
            failAt("wakeIn");
            timer = milliseconds;
            wake = task;
        }

        private void failAt(String call) {
            if (!failing.contains(call)) return;
            if (isError) throw new LinkageError(call);
            throw new IllegalStateException(call);
        }
    }

    private final class Holder implements KeyKeeper {
        @Override
        public void dropKey() {
            done.add("dropKey");
        }

        @Override
        public void dropOpened() {
            done.add("dropOpened");
        }

        @Override
        public void keepOpened() {
            done.add("keepOpened");
        }

        @Override
        public void forgetLease() {
            forgotten += 1;
        }

        @Override
        public void showPrompt(Tell tell) {
            done.add("showPrompt");
        }

        @Override
        public void erase() {
            done.add("erase");
        }

        @Override
        public void markSlotDead(Tell tell) {
            done.add("dead");
        }
    }

    private Lock opened(LockSettings settings) {
        Lock lock = new Lock(() -> now, host, new Holder(), settings);
        lock.dispatch(new StateEvent.Created(Custody.STORED));
        return lock;
    }

    /** The timer fires after this time. */
    private void pass(long time) {
        now += time;
        timer = null;
        wake.run();
    }

    private static StateEvent begin(String id) {
        return new StateEvent.LeaseBegin(id, List.of("a"));
    }

    private static StateEvent write(String id) {
        return new StateEvent.LeaseWrite(id, List.of("a"), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cover", "locked"})
    void dropsTheKeyAlsoWhereTheHostFails(String call) {
        Lock lock = opened(new LockSettings(0L, true));
        failing.add(call);
        assertThrows(
                IllegalStateException.class, () -> lock.dispatch(new StateEvent.Pause()), call);
        assertEquals(Phase.LOCKED, lock.state().phase());
        assertTrue(done.contains("dropKey"));
        assertTrue(done.contains("locked true true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cover", "locked", "wakeIn"})
    void dropsTheKeyAlsoWhereTheHostHasAnError(String call) {
        Lock lock = opened(new LockSettings(0L, true, 100_000, 0));
        failing.add(call);
        isError = true;
        assertThrows(LinkageError.class, () -> lock.dispatch(new StateEvent.Pause()), call);
        assertEquals(Phase.LOCKED, lock.state().phase());
        assertEquals(List.of("cover", "dropKey", "locked true true"), done);
    }

    @Test
    void dropsTheKeyAlsoWhereTheTimerFails() {
        Lock lock = opened(new LockSettings(0L, true, 100_000, 0));
        failing.addAll(Set.of("wakeIn", "locked"));
        Exception first =
                assertThrows(
                        IllegalStateException.class, () -> lock.dispatch(new StateEvent.Pause()));
        assertEquals("wakeIn", first.getMessage());
        assertEquals(List.of("cover", "dropKey", "locked true true"), done);
    }

    @Test
    void aTimerThatFailedIsAskedForAgain() {
        failing.add("wakeIn");
        LockSettings settings = new LockSettings(null, false, 100_000, 0);
        Lock lock = new Lock(() -> now, host, new Holder(), settings);
        StateEvent created = new StateEvent.Created(Custody.STORED);
        assertThrows(IllegalStateException.class, () -> lock.dispatch(created));
        assertEquals(Phase.UNLOCKED, lock.state().phase());
        failing.clear();
        now += 1000;
        lock.begin();
        assertEquals(69_000L, timer);
    }

    @Test
    void aStayWhoseBeginningNobodyKnowsIsOverAtOnce() {
        Lock lock = opened(new LockSettings(5000L, false));
        lock.dispatch(new StateEvent.Pause());
        now -= 500;
        lock.begin();
        assertEquals(Phase.LOCKED, lock.state().phase());
        now += 1000;
        lock.dispatch(new StateEvent.Created(Custody.STORED));
        assertEquals(0L, timer);
        pass(0);
        assertEquals(Phase.LOCKED, lock.state().phase());
        assertNull(timer);
        assertEquals(List.of("dropKey", "locked true true", "dropKey", "locked true true"), done);
    }

    @Test
    void tellsWhoAskedWhereTheHostFails() {
        Lock lock = opened(new LockSettings(null, false));
        failing.add("unlocked");
        lock.dispatch(new StateEvent.Lock());
        Answer<Void> answer = lock.unlock(false);
        assertThrows(IllegalStateException.class, () -> lock.dispatch(StateEvent.PromptEnd.ok()));
        assertNull(answer.await());
    }

    @Test
    void tellsWhoAskedThatTheHostFailed() {
        Lock lock = opened(new LockSettings(0L, false));
        lock.dispatch(new StateEvent.Pause());
        lock.dispatch(new StateEvent.Created(Custody.STORED));
        failing.add("locked");
        // The lock that is due comes first, and fails; who asked must not wait for ever.
        Answer<Void> answer = lock.unlock(false);
        assertThrows(IllegalStateException.class, answer::await);
        assertEquals(Phase.UNLOCKING, lock.state().phase());
    }

    @Test
    void answersALeaseAtOnce() throws Exception {
        Lock lock = opened(new LockSettings(null, false));
        lock.lease("1", begin("1"));
        assertEquals("CONFLICT", Refusals.codeOf(() -> lock.lease("2", begin("2"))));
        assertEquals("LOCKED", Refusals.codeOf(() -> lock.lease("2", write("2"))));
        lock.lease("1", write("1"));
        assertEquals("LOCKED", Refusals.codeOf(() -> lock.lease("1", write("1"))));
        assertNull(lock.unlock(false).await());
    }

    @Test
    void asLongAsThereIsALeaseItIsNotForgottenAndThenItIs() {
        Lock lock = opened(new LockSettings(null, false));
        lock.lease("l", begin("l"));
        int before = forgotten;
        lock.dispatch(new StateEvent.Lock());
        lock.begin();
        assertEquals(before, forgotten);
        lock.dispatch(new StateEvent.LeaseEnd("l"));
        assertEquals(before + 1, forgotten);
    }

    @Test
    void whatWasOpenedTooLateIsLetGo() {
        Lock lock = opened(new LockSettings(null, false));
        lock.dispatch(new StateEvent.Opened(0));
        assertEquals(List.of("dropOpened"), done);
    }

    @Test
    void coversAndLetsTheAppLeaveThePageFirst() {
        Lock lock = opened(new LockSettings(0L, true));
        lock.dispatch(new StateEvent.Pause());
        lock.dispatch(new StateEvent.Resume());
        assertEquals(List.of("cover", "dropKey", "locked true true", "leave 2000"), done);
    }

    @Test
    void theKeyThatALeaseKeepsGoesByItself() {
        Lock lock = opened(new LockSettings(null, false));
        lock.lease("1", begin("1"));
        lock.dispatch(new StateEvent.Lock());
        assertEquals(10_000L, timer);
        assertEquals(List.of("locked true false"), done);
        pass(10_000);
        assertNull(timer);
        assertEquals(List.of("locked true false", "dropKey"), done);
    }

    @Test
    void locksInTheBackgroundByItself() {
        Lock lock = opened(new LockSettings(5000L, false));
        assertNull(timer);
        lock.dispatch(new StateEvent.Pause());
        assertEquals(5000L, timer);
        lock.dispatch(new StateEvent.Resume());
        assertNull(timer);
        lock.dispatch(new StateEvent.Pause());
        pass(2000);
        assertEquals(3000L, timer);
        assertEquals(List.of(), done);
        pass(3000);
        assertEquals(List.of("dropKey", "locked true true"), done);
    }

    @Test
    void warnsOfTheIdleLockAndThenLocks() {
        Lock lock = opened(new LockSettings(null, false, 100_000, 0));
        assertEquals(70_000L, timer);
        pass(70_000);
        assertEquals(30_000L, timer);
        lock.dispatch(new StateEvent.Activity());
        pass(70_000);
        pass(30_000);
        assertEquals(
                List.of("idle 30000", "active", "idle 30000", "dropKey", "locked true true"), done);
    }

    @Test
    void anEffectThatCallsBackIsJudgedAtOnce() {
        Lock[] lock = new Lock[1];
        FakeHost calling =
                new FakeHost() {
                    @Override
                    public void onUnlocked() {
                        super.onUnlocked();
                        lock[0].dispatch(new StateEvent.Lock());
                    }
                };
        lock[0] = new Lock(() -> now, calling, new Holder(), new LockSettings(null, false));
        lock[0].dispatch(new StateEvent.Found(Custody.STORED));
        Answer<Void> answer = lock[0].unlock(false);
        lock[0].dispatch(StateEvent.PromptEnd.ok());
        assertEquals(Phase.LOCKED, lock[0].state().phase());
        assertNull(answer.await());
        assertEquals(List.of("unlocked", "locked saved=true timeout=false"), calling.events);
    }
}
