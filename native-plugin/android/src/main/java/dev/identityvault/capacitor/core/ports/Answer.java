package dev.identityvault.capacitor.core.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What comes of something that takes its time: a value, or why there is none. Settles once; what
 * comes later is ignored.
 */
public final class Answer<T> {
    /** Hears of it once, on the thread that settles the answer or, if it is settled, at once. */
    public interface Listener<T> {
        void onValue(T value);

        void onFailure(Throwable failure);
    }

    /** What an answer becomes. */
    public interface Next<T, R> {
        Answer<R> of(T value);
    }

    private final CountDownLatch settled = new CountDownLatch(1);
    private final List<Listener<T>> listeners = new ArrayList<>();
    private boolean isSettled;
    private T value;
    private Throwable failure;

    public static <T> Answer<T> of(T value) {
        Answer<T> answer = new Answer<>();
        answer.resolve(value);
        return answer;
    }

    public static <T> Answer<T> failed(Throwable failure) {
        Answer<T> answer = new Answer<>();
        answer.reject(failure);
        return answer;
    }

    public void resolve(T value) {
        settle(value, null);
    }

    public void reject(Throwable failure) {
        settle(null, failure);
    }

    public void whenSettled(Listener<T> listener) {
        synchronized (this) {
            if (!isSettled) {
                listeners.add(listener);
                return;
            }
        }
        tell(listener);
    }

    /**
     * This, and then what becomes of it. A failure is passed on, also one of {@code next} itself.
     */
    public <R> Answer<R> then(Next<T, R> next) {
        return either(next, Answer::failed);
    }

    /** This, unless it failed: then what becomes of the failure. */
    public Answer<T> orElse(Next<Throwable, T> next) {
        return either(Answer::of, next);
    }

    /**
     * Waits for it: never on a thread that has to settle it.
     *
     * @throws CoreError as it was rejected; {@code TEMPORARILY_UNAVAILABLE}: the thread was
     *     interrupted
     */
    public T await() {
        try {
            settled.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CoreError(
                    CoreErrorCode.TEMPORARILY_UNAVAILABLE, "the wait was ended", interruption);
        }
        if (failure instanceof RuntimeException) throw (RuntimeException) failure;
        if (failure instanceof Error) throw (Error) failure;
        if (failure != null) throw new IllegalStateException(failure);
        return value;
    }

    private void settle(T newValue, Throwable newFailure) {
        List<Listener<T>> told;
        synchronized (this) {
            if (isSettled) return;
            isSettled = true;
            value = newValue;
            failure = newFailure;
            told = new ArrayList<>(listeners);
            listeners.clear();
        }
        settled.countDown();
        for (Listener<T> listener : told) tell(listener);
    }

    private void tell(Listener<T> listener) {
        if (failure == null) listener.onValue(value);
        else listener.onFailure(failure);
    }

    private <R> Answer<R> either(Next<T, R> ofValue, Next<Throwable, R> ofFailure) {
        Answer<R> result = new Answer<>();
        whenSettled(
                new Listener<>() {
                    @Override
                    public void onValue(T value) {
                        result.follow(ofValue, value);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        result.follow(ofFailure, failure);
                    }
                });
        return result;
    }

    /** Settles as that does. */
    private <S> void follow(Next<S, T> next, S given) {
        try {
            next.of(given)
                    .whenSettled(
                            new Listener<>() {
                                @Override
                                public void onValue(T value) {
                                    resolve(value);
                                }

                                @Override
                                public void onFailure(Throwable failure) {
                                    reject(failure);
                                }
                            });
        } catch (Throwable mistake) {
            reject(mistake);
        }
    }
}
