package dev.identityvault.phone.host;

import android.os.HandlerThread;
import android.os.Looper;
import java.util.ArrayList;
import java.util.List;

/** The threads of this process with a looper of their own, as Capacitor's for its plugins. */
final class Loopers {
    private final List<Looper> known = new ArrayList<>();
    private int threads;

    /** To look at every thread is slow: only when their number changed. */
    List<Looper> alive() {
        if (Thread.activeCount() == threads) return known;
        threads = Thread.activeCount();
        known.clear();
        Thread[] all = new Thread[threads + 8];
        int count = Thread.enumerate(all);
        for (int index = 0; index < count; index += 1)
            if (all[index] instanceof HandlerThread thread && thread.isAlive() && thread.getLooper() != null)
                known.add(thread.getLooper());
        return known;
    }
}
