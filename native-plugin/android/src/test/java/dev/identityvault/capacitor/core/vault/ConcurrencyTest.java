package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads, and two processes at once. */
@Timeout(120)
final class ConcurrencyTest {
    private final World world = new World(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private VaultProcess process() {
        return new VaultProcess(world, new VaultProcess.Options().executor(threads));
    }

    /** At the same time, as far as there are processors. */
    private List<String> allAtOnce(List<Answerer> tasks) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<String>> futures = new ArrayList<>();
        for (Answerer task : tasks)
            futures.add(
                    threads.submit(
                            () -> {
                                begin.await();
                                return String.valueOf(Refusals.codeOf(() -> task.ask().await()));
                            }));
        begin.countDown();
        List<String> outcomes = new ArrayList<>();
        for (Future<String> future : futures) outcomes.add(future.get());
        return outcomes;
    }

    private interface Answerer {
        Answer<?> ask();
    }

    @Test
    void parallelAttemptsOfTwoProcessesNeverExceedTheLimit() throws Exception {
        for (int round = 0; round < 20; round++) {
            VaultProcess first = process();
            VaultProcess second = process();
            first.create(
                    Vaults.withPasscode(Vaults.POLICY.withAttempts(3, true), "1234", "a", "1"));
            first.core.lock();
            second.start();
            int before = world.guesses.get();
            List<Answerer> attempts = new ArrayList<>();
            for (int index = 0; index < 10; index++) {
                VaultProcess by = index % 2 == 0 ? first : second;
                attempts.add(() -> by.core.unlockWith(Kind.APP_PASSCODE, "9999".toCharArray()));
            }
            List<String> outcomes = allAtOnce(attempts);
            assertEquals(3, world.guesses.get() - before, outcomes::toString);
            assertEquals(1, count(outcomes, "TOO_MANY_ATTEMPTS"), outcomes::toString);
            assertEquals(2, count(outcomes, "AUTHENTICATION_FAILED"), outcomes::toString);
            assertTrue(world.isEmpty());
            first.start();
        }
    }

    @Test
    void callersShareOnePrompt() throws Exception {
        process().create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess process = process();
        process.start();
        process.host.willEnter("1234");
        List<Answerer> callers = new ArrayList<>();
        for (int index = 0; index < 16; index++)
            callers.add(() -> process.core.unlock(UnlockOptions.asked()));
        assertEquals(16, count(allAtOnce(callers), "null"));
        assertEquals(List.of("asked", "unlocked"), process.host.events);
    }

    @Test
    void writesOfTwoProcessesAreAllKept() throws Exception {
        VaultProcess first = process();
        VaultProcess second = process();
        first.create(Vaults.withPasscode("1234"));
        second.start();
        second.unlock("1234");
        List<Answerer> writes = new ArrayList<>();
        for (int index = 0; index < 40; index++) {
            VaultProcess by = index % 2 == 0 ? first : second;
            Map<String, byte[]> changes = Vaults.valuesOf("k" + index, "v");
            writes.add(() -> by.core.write(changes, WriteOptions.none()));
        }
        assertEquals(40, count(allAtOnce(writes), "null"));
        assertEquals(40, first.values().size());
        assertEquals(first.values(), second.values());
    }

    @Test
    void locksFromOtherThreadsWinOverWhatIsUnderWay() throws Exception {
        for (int round = 0; round < 200; round++) {
            VaultProcess process = process();
            CountDownLatch done = new CountDownLatch(1);
            Future<?> locking =
                    threads.submit(
                            () -> {
                                while (done.getCount() > 0) process.core.lock();
                            });
            try {
                process.create(Vaults.inMemory("a", "1"));
                process.write("b", "2");
            } catch (CoreError refusal) {
                boolean isLate =
                        refusal.code() == CoreErrorCode.LOCKED
                                || refusal.code() == CoreErrorCode.NOT_FOUND;
                assertTrue(isLate, refusal::toString);
            }
            process.core.lock();
            assertEquals(Phase.ABSENT, process.phase());
            assertEquals(null, process.core.memory());
            done.countDown();
            locking.get();
        }
    }

    @Test
    void theLockNeverWaitsForAnOperation() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        process().create(Vaults.withPasscode("1234", "a", "1"));
        VaultProcess slow =
                new VaultProcess(
                        world,
                        new VaultProcess.Options()
                                .executor(threads)
                                .intercept(
                                        (call, name) -> {
                                            if (call.equals("kdf")) await(goOn);
                                            return true;
                                        }));
        Answer<Void> unlocking = slow.core.unlockWith(Kind.APP_PASSCODE, "1234".toCharArray());
        while (world.storedAnchor().attempts() == 0) Thread.onSpinWait();
        slow.core.pause();
        slow.core.lock();
        slow.core.resume();
        VaultProcess other = process();
        Future<String> starting = threads.submit(() -> other.start().anchor().toString());
        goOn.countDown();
        assertEquals("LOCKED", Refusals.codeOf(unlocking::await));
        starting.get();
        assertEquals(0, world.storedAnchor().attempts());
        assertEquals(false, world.storedAnchor().pending());
        slow.unlock("1234");
        assertEquals(Map.of("a", "1"), slow.values());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static long count(List<String> outcomes, String one) {
        return outcomes.stream().filter(one::equals).count();
    }
}
