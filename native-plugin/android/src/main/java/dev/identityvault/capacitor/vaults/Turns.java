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

    private interface Waiting {
        /**
         * @return whether the next one waits until this has settled
         */
        boolean begin();
    }

    private final Object lock = new Object();

    private final Queue<Waiting> waiting = new ArrayDeque<>();

    private boolean isBusy;

    /** Settles as the turn does. */
    public <T> Answer<T> run(Turn<T> turn) {
        Answer<T> outcome = new Answer<>();
        enter(
                () -> {
                    begin(turn, outcome, this::next);
                    return true;
                });
        return outcome;
    }

    /** The same behind all that were asked for until now, but none waits for it. */
    public <T> Answer<T> runBehind(Turn<T> turn) {
        Answer<T> outcome = new Answer<>();
        enter(
                () -> {
                    try {
                        begin(turn, outcome, () -> {});
                        return false;
                    } catch (RuntimeException | Error failure) {
                        next();
                        throw failure;
                    }
                });
        return outcome;
    }

    private void enter(Waiting last) {
        synchronized (lock) {
            waiting.add(last);
            if (isBusy) return;
            isBusy = true;
        }
        next();
    }

    private <T> void begin(Turn<T> turn, Answer<T> outcome, Runnable next) {
        Answer.<Void>of(null)
                .then(nothing -> turn.begin())
                .whenSettled(
                        new Answer.Listener<>() {
                            @Override
                            public void onValue(T value) {
                                settle(() -> outcome.resolve(value), next);
                            }

                            @Override
                            public void onFailure(Throwable failure) {
                                settle(() -> outcome.reject(failure), next);
                            }
                        });
    }

    /** Whoever waited may fail at what it hears: the next one begins all the same. */
    private static void settle(Runnable tell, Runnable next) {
        try {
            tell.run();
        } finally {
            next.run();
        }
    }

    private void next() {
        boolean isNext = true;
        while (isNext) {
            Waiting turn;
            synchronized (lock) {
                turn = waiting.poll();
                isBusy = turn != null;
            }
            isNext = turn != null && !turn.begin();
        }
    }
}
