package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.support.world.Seed;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

final class VaultModelTest {
    private static final int STORIES = 10_000;

    @Test
    void killedAnywhereItIsTheOldStateOrTheNewAndNeverNeither() {
        long seed = Seed.of(20_261_128);
        ModelRun.Tally tally = new ModelRun.Tally();
        for (int index = 0; index < STORIES; index++) {
            // Spread, for what follows from neighbouring seeds is alike.
            Random random = new Random((seed + index) * 0x9e3779b97f4a7c15L);
            boolean joint = random.nextBoolean();
            List<ModelOperation.Step> story = ModelOperation.story(random);
            try {
                new ModelRun(joint, tally).run(story);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("SEED=" + (seed + index) + ": " + story, failure);
            }
        }
        // Or it would show nothing: crashes happened, before and after the moment that decides.
        assertTrue(tally.operations > 30_000);
        assertTrue(Math.min(tally.crashes, Math.min(tally.news, tally.olds)) > 1000);
    }
}
