package dev.identityvault.phone.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Who holds the phone, and what they do when the system asks. */
public final class Person {
    /** What the system shows. */
    public record Shown(String prompt, String text) {}

    private final Deque<String> script = new ArrayDeque<>();
    private final List<Shown> shown = new ArrayList<>();
    private String standing = "match";

    /** The prompt that is shown now. */
    private SystemPrompt prompt;

    /** Hears of each prompt when it is shown. */
    public Consumer<String> onShow = kind -> {};

    /** Done one after the other, before what they do always. */
    public void will(List<String> answers) {
        script.addAll(answers);
    }

    /**
     * @param answer {@code null}: they look at it, until something is done
     */
    public void always(String answer) {
        standing = answer;
    }

    /** Each prompt of the system that was shown. */
    public List<Shown> prompts() {
        return shown;
    }

    public boolean isBeingAsked() {
        return prompt != null;
    }

    public void ask(SystemPrompt next) {
        prompt = next;
        shown.add(new Shown(next.kind(), next.text()));
        onShow.accept(next.kind());
    }

    /** The prompt is gone, whoever took it away. */
    public void forget(SystemPrompt gone) {
        if (prompt == gone) prompt = null;
    }

    /** No process is left that asks. */
    public void leave() {
        prompt = null;
        script.clear();
        standing = "match";
        onShow = kind -> {};
    }

    /** Does what they do next, if they do something. */
    public void act() {
        if (prompt == null) return;
        String answer = script.isEmpty() ? standing : script.poll();
        if (answer != null) prompt.take(answer);
    }
}
