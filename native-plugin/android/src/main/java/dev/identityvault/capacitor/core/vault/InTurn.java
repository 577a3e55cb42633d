package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Task;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks one after the other on an executor, which may have more to do and more threads than
 * one; a failed one doesn't stop the next. Who waits for a task hears of it before the next begins.
 */
final class InTurn {
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isBusy;

    InTurn(Executor executor) {
        this.executor = executor;
    }

    /** Settles with what comes of the task. */
    <T> Answer<T> run(Task<T> task) {
        Answer<T> answer = new Answer<>();
        synchronized (waiting) {
            waiting.add(() -> settle(answer, task));
            if (isBusy) return answer;
            isBusy = true;
        }
        executor.execute(this::runNext);
        return answer;
    }

    private void runNext() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.remove();
        }
        try {
            next.run();
        } finally {
            goOn();
        }
    }

    private void goOn() {
        synchronized (waiting) {
            isBusy = !waiting.isEmpty();
            if (!isBusy) return;
        }
        executor.execute(this::runNext);
    }

    private static <T> void settle(Answer<T> answer, Task<T> task) {
        T value;
        try {
            value = task.run();
        } catch (Throwable failure) {
            answer.reject(failure);
            return;
        }
        answer.resolve(value);
    }
}
