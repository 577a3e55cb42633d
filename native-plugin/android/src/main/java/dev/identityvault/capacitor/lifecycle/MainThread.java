package dev.identityvault.capacitor.lifecycle;

import android.os.Handler;
import android.os.Looper;
import android.os.SystemClock;

import dev.identityvault.capacitor.vaults.Timer;

/** The thread of the screen, and its timers. */
public final class MainThread implements Timer {
    /**
     * Milliseconds. The handler's clock stops while the device sleeps: a longer time is waited for
     * in pieces, so that it is over soon after the device woke up.
     */
    private static final long PIECE = 15_000;

    private final Handler handler = new Handler(Looper.getMainLooper());

    /** At once where this is the main thread. */
    public void run(Runnable task) {
        if (Looper.myLooper() == Looper.getMainLooper()) task.run();
        else handler.post(task);
    }

    @Override
    public Runnable after(long delay, Runnable callback) {
        Waiting waiting = new Waiting(SystemClock.elapsedRealtime() + delay, callback);
        waiting.next();
        return () -> handler.removeCallbacks(waiting);
    }

    private final class Waiting implements Runnable {
        private final long due;
        private final Runnable callback;

        Waiting(long due, Runnable callback) {
            this.due = due;
            this.callback = callback;
        }

        void next() {
            long left = Math.max(0, due - SystemClock.elapsedRealtime());
            handler.postDelayed(this, Math.min(left, PIECE));
        }

        @Override
        public void run() {
            if (SystemClock.elapsedRealtime() >= due) callback.run();
            else next();
        }
    }
}
