package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.store.PolicyChanges;
import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.Seed;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two processes that do something at the same time, with a policy that changes. */
@Timeout(300)
final class TwoInstancesTest {
    private static final int STORIES = 10_000;
    private static final Set<String> AFTER_A_WIPE =
            Set.of("null", "LOCKED", "NOT_FOUND", "TOO_MANY_ATTEMPTS", "AUTHENTICATION_FAILED");

    private enum Operation {
        WRITE,
        STRICTER,
        LAXER,
        RIGHT,
        WRONG,
        READ,
        LOCK,
        REKEY,
        NOTHING
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private int writes;
    private int unlocks;
    private int wipes;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** One story: what has to be there in the end, whoever did it. */
    private final class Story {
        private final World world = new World(3);
        private final Map<String, String> kept = new ConcurrentSkipListMap<>();
        private final VaultProcess[] pair = {new VaultProcess(world), new VaultProcess(world)};
        private final int[] counts = new int[2];
        private volatile String passcode = "1234";

        Story() {
            pair[0].create(Vaults.withPasscode(Vaults.POLICY.withAttempts(3, true), passcode));
            pair[1].start();
        }

        /** {@code false}: the vault was erased for too many wrong passcodes. */
        boolean go(Operation first, Operation second) throws Exception {
            world.now.addAndGet(3_600_000);
            Future<String> other = threads.submit(() -> perform(1, second));
            String mine = perform(0, first);
            List<String> outcomes = List.of(mine, other.get());
            if (outcomes.contains("TOO_MANY_ATTEMPTS")) {
                assertTrue(AFTER_A_WIPE.containsAll(outcomes), outcomes::toString);
                wipes += 1;
                return false;
            }
            assertAllowed(first, second, outcomes.get(0));
            assertAllowed(second, first, outcomes.get(1));
            return true;
        }

        private void assertAllowed(Operation done, Operation meanwhile, String outcome) {
            boolean isRacing = meanwhile != Operation.NOTHING;
            Set<String> allowed =
                    switch (done) {
                        case NOTHING, LOCK -> Set.of("null");
                        case WRONG ->
                                isRacing
                                        ? Set.of("AUTHENTICATION_FAILED", "ATTEMPT_DELAYED")
                                        : Set.of("AUTHENTICATION_FAILED");
                        case RIGHT -> rightAllowed(meanwhile);
                        default -> Set.of("null", "LOCKED");
                    };
            assertTrue(allowed.contains(outcome), () -> done + ", " + meanwhile + ": " + outcome);
        }

        /** A passcode that the other one changes meanwhile is the wrong one. */
        private Set<String> rightAllowed(Operation meanwhile) {
            return switch (meanwhile) {
                case NOTHING -> Set.of("null");
                case REKEY -> Set.of("null", "LOCKED", "ATTEMPT_DELAYED", "AUTHENTICATION_FAILED");
                default -> Set.of("null", "LOCKED", "ATTEMPT_DELAYED");
            };
        }

        private String perform(int which, Operation operation) throws Exception {
            VaultProcess process = pair[which];
            return String.valueOf(
                    switch (operation) {
                        case WRITE -> write(which, WriteOptions.none());
                        case STRICTER -> write(which, policy(2, true));
                        case LAXER -> write(which, policy(10, false));
                        case RIGHT -> unlock(process, passcode);
                        case WRONG -> unlock(process, "0000");
                        case READ -> Refusals.codeOf(process::values);
                        case LOCK -> lock(process);
                        case REKEY -> rekey(process);
                        case NOTHING -> null;
                    });
        }

        private WriteOptions policy(int maxAttempts, boolean wipeAtMax) {
            return new WriteOptions(new PolicyChanges(maxAttempts, wipeAtMax), null);
        }

        private String write(int which, WriteOptions options) throws Exception {
            String key = (which == 0 ? "x" : "y") + counts[which] % 2;
            counts[which] += 1;
            String value = String.valueOf(counts[which]);
            String code = Refusals.codeOf(() -> pair[which].write(key, value, options));
            if (code == null) kept.put(key, value);
            return code;
        }

        private String unlock(VaultProcess process, String tried) throws Exception {
            process.core.lock();
            return Refusals.codeOf(() -> process.unlock(tried));
        }

        /** Nothing that was unlocked before is answered now. */
        private String lock(VaultProcess process) throws Exception {
            process.core.lock();
            String code = Refusals.codeOf(process::values);
            return "LOCKED".equals(code) ? null : "answered: " + code;
        }

        private String rekey(VaultProcess process) throws Exception {
            String next = passcode.equals("1234") ? "5678" : "1234";
            String code =
                    Refusals.codeOf(() -> process.core.rekey(Vaults.otherPasscode(next)).await());
            if (code == null) passcode = next;
            return code;
        }

        /** Looked at by a third one. */
        void assertKept() {
            world.now.addAndGet(3_600_000);
            VaultProcess looking = new VaultProcess(world);
            looking.unlock(passcode);
            assertEquals(kept, looking.values());
        }
    }

    @Test
    void noWriteIsLostAndTheRightPasscodeOpens() throws Exception {
        long seed = Seed.of(20_261_128);
        for (int index = 0; index < STORIES; index++) {
            Random random = new Random((seed + index) * 0x9e3779b97f4a7c15L);
            try {
                run(random);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("SEED=" + (seed + index), failure);
            }
        }
        // Or it would show nothing.
        assertTrue(Math.min(writes, unlocks) > 5000, () -> writes + " " + unlocks);
        assertTrue(wipes > 100, () -> "wipes: " + wipes);
    }

    private void run(Random random) throws Exception {
        Story story = new Story();
        int length = 2 + random.nextInt(7);
        for (int step = 0; step < length; step++) {
            Operation first = any(random);
            Operation second = any(random);
            // Which of two would be the last one can't be told.
            if (first == Operation.REKEY && second == Operation.REKEY) second = Operation.READ;
            if (!story.go(first, second)) return;
            if (first == Operation.RIGHT || second == Operation.RIGHT) unlocks += 1;
        }
        writes += story.counts[0] + story.counts[1];
        story.assertKept();
    }

    private static Operation any(Random random) {
        if (random.nextInt(4) == 0) return Operation.NOTHING;
        if (random.nextInt(4) == 0) return Operation.WRITE;
        Operation[] all = Operation.values();
        return all[random.nextInt(all.length)];
    }
}
