package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.Answer;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One after the other, each when what the one before began has settled. A failed one does not stop
 * the next. No thread waits.
 */
public final class Turns {
    /** What is done in its turn. */
    public interface Turn<T> {
        Answer<T> begin();
    }

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isBusy;

    /** Settles as the turn does. */
    public <T> Answer<T> run(Turn<T> turn) {
        Answer<T> outcome = new Answer<>();
        synchronized (waiting) {
            waiting.add(() -> begin(turn, outcome));
            if (isBusy) return outcome;
            isBusy = true;
        }
        next();
        return outcome;
    }

    private <T> void begin(Turn<T> turn, Answer<T> outcome) {
        Answer.<Void>of(null)
                .then(nothing -> turn.begin())
                .whenSettled(
                        new Answer.Listener<>() {
                            @Override
                            public void onValue(T value) {
                                settle(() -> outcome.resolve(value));
                            }

                            @Override
                            public void onFailure(Throwable failure) {
                                settle(() -> outcome.reject(failure));
                            }
                        });
    }

    /** Whoever waited may fail at what it hears: the next one begins all the same. */
    private void settle(Runnable tell) {
        try {
            tell.run();
        } finally {
            next();
        }
    }

    private void next() {
        Runnable turn;
        synchronized (waiting) {
            turn = waiting.poll();
            isBusy = turn != null;
        }
        if (turn != null) turn.run();
    }
}
