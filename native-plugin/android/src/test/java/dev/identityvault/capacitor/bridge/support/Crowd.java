package dev.identityvault.capacitor.bridge.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that begin at the same moment. */
public final class Crowd {
    /** What each of them does. */
    public interface Member {
        void run(int number);
    }

    private final int size;

    private Crowd(int size) {
        this.size = size;
    }

    public static Crowd of(int size) {
        return new Crowd(size);
    }

    /** Fails as the first of them that fails, or where one does not end. */
    public void run(Member member)
            throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch gathered = new CountDownLatch(size);
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int each = 0; each < size; each++) {
                int number = each;
                ends.add(
                        threads.submit(
                                () -> {
                                    gathered.countDown();
                                    gathered.await();
                                    member.run(number);
                                    return null;
                                }));
            }
            for (Future<?> end : ends) end.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }
}
