package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.support.VectorCase;
import dev.identityvault.capacitor.core.support.VectorFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;

/**
 * FORMAT.md §9 to §13 as stories: every byte that is stored, every key that is made or destroyed,
 * in their order.
 */
final class OperationVectorsTest {
    private final VectorFile file = VectorFile.named("operations.json");
    private final byte[] scope = file.bases().get("device").bytes("scope");

    @TestFactory
    List<DynamicTest> operations() {
        List<DynamicTest> tests = new ArrayList<>();
        for (VectorCase story : file.cases()) {
            String id = story.text("id");
            List<VectorCase> steps = story.objects("steps");
            List<VectorCase> endings = story.objects("killed");
            tests.add(file.test(id, story, () -> tell(story, steps)));
            for (VectorCase ending : endings) {
                String title = id + ", killed after " + ending.number("after");
                tests.add(file.test(title, story, () -> end(story, ending)));
            }
        }
        tests.add(file.count(tests.size()));
        return tests;
    }

    private void tell(VectorCase story, List<VectorCase> steps) {
        StoryPlayer player = new StoryPlayer(story, scope);
        for (VectorCase step : steps) player.play(step);
    }

    private void end(VectorCase story, VectorCase ending) {
        StoryPlayer player = new StoryPlayer(story, scope);
        List<VectorCase> steps = story.objects("steps");
        int interrupted = (int) ending.number("step");
        for (VectorCase step : steps.subList(0, interrupted)) player.play(step);
        player.kill(steps.get(interrupted), (int) ending.number("after"));
        for (VectorCase step : ending.objects("steps")) player.play(step);
        ending.assertAllRead();
    }
}
