package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers that callers wait for, until the lock gives them. In the lock's critical section. */
final class Answers {
    private final Map<String, Answer<Void>> callers = new HashMap<>();

    /**
     * @param ask what the answer is to; it may come at once
     */
    Answer<Void> wait(String caller, Runnable ask) {
        Answer<Void> answer = new Answer<>();
        callers.put(caller, answer);
        try {
            ask.run();
        } catch (RuntimeException failure) {
            answer.reject(failure);
        }
        return answer;
    }

    /** They get what they asked for. */
    void resolve(List<String> ids) {
        for (String id : ids) {
            Answer<Void> caller = callers.remove(id);
            if (caller != null) caller.resolve(null);
        }
    }

    void reject(List<String> ids, CoreError refusal) {
        for (String id : ids) {
            Answer<Void> caller = callers.remove(id);
            if (caller != null) caller.reject(refusal);
        }
    }
}
