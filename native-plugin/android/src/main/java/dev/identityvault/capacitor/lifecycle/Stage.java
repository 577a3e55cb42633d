package dev.identityvault.capacitor.lifecycle;

import android.os.Build;
import android.os.Handler;
import android.os.Looper;
import android.view.ViewTreeObserver;

import androidx.annotation.NonNull;
import androidx.fragment.app.FragmentActivity;
import androidx.lifecycle.LifecycleEventObserver;
import androidx.lifecycle.LifecycleOwner;

import dev.identityvault.capacitor.api.Api24;
import dev.identityvault.capacitor.vaults.Lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The activities that show the app's pages: whether one is in sight, and where prompts are shown.
 * Of the process, for activities come and go. FORMAT.md §15.7.
 */
public final class Stage implements Lifecycle {
    /** Milliseconds in which an activity that is made anew has to come. */
    private static final long NEXT_ACTIVITY = 5000;

    /** Hears of activities, on the main thread. */
    public interface Guest {
        /** It is in sight, perhaps again. */
        void onStarted(FragmentActivity activity);

        /** It is gone for good. */
        void onDestroyed(FragmentActivity activity);
    }

    /** Shows something in an activity, on the main thread. */
    public interface Show {
        void in(FragmentActivity activity);

        /** There is no activity in sight. */
        void nowhere();
    }

    private final Handler main = new Handler(Looper.getMainLooper());
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Guest> guests = new ArrayList<>();
    private final Set<FragmentActivity> started = new HashSet<>();
    private final Set<FragmentActivity> resumed = new HashSet<>();
    private final List<Show> waiting = new ArrayList<>();
    private boolean isInBackground = true;
    private boolean isInUse;

    /** One is being made anew, as when the device is turned. */
    private boolean isChanging;

    /** On the main thread, before the activity is started. */
    public void add(FragmentActivity activity) {
        for (Guest guest : guests()) guest.onStarted(activity);
        activity.getLifecycle().addObserver(new Following(activity));
        ViewTreeObserver.OnWindowFocusChangeListener onFocus = hasFocus -> judgeUse();
        activity.getWindow()
                .getDecorView()
                .getViewTreeObserver()
                .addOnWindowFocusChangeListener(onFocus);
    }

    /** On any thread. */
    public synchronized void add(Guest guest) {
        guests.add(guest);
    }

    /** On any thread. */
    public synchronized void remove(Guest guest) {
        guests.remove(guest);
    }

    private synchronized List<Guest> guests() {
        return new ArrayList<>(guests);
    }

    @Override
    public synchronized void add(Listener listener) {
        listeners.add(listener);
        if (!isInUse) listener.onDeactivate();
        if (isInBackground) listener.onPause();
    }

    /** Now, when the activity that is made anew is there, or nowhere. On any thread. */
    public void show(Show show) {
        main.post(
                () -> {
                    FragmentActivity activity = inSight();
                    if (activity != null) show.in(activity);
                    else if (isChanging) waitFor(show);
                    else show.nowhere();
                });
    }

    private void waitFor(Show show) {
        waiting.add(show);
        main.postDelayed(
                () -> {
                    if (waiting.remove(show)) show.nowhere();
                },
                NEXT_ACTIVITY);
    }

    /** One that can show something: what was saved already takes nothing more. */
    private FragmentActivity inSight() {
        for (FragmentActivity activity : resumed) if (canShow(activity)) return activity;
        for (FragmentActivity activity : started) if (canShow(activity)) return activity;
        return null;
    }

    private static boolean canShow(FragmentActivity activity) {
        return !activity.isFinishing() && !activity.getSupportFragmentManager().isStateSaved();
    }

    private interface Telling {
        void tell(Listener listener);
    }

    /** Whoever comes meanwhile hears of it, or begins with what it led to. */
    private synchronized void tell(Telling telling) {
        for (Listener listener : listeners) telling.tell(listener);
    }

    private synchronized void judgeUse() {
        boolean isUsed = false;
        for (FragmentActivity activity : resumed) isUsed |= isUsed(activity);
        if (isUsed == isInUse) return;
        isInUse = isUsed;
        tell(isUsed ? Listener::onActivate : Listener::onDeactivate);
    }

    /** Beside another app, an activity that is resumed may still be the one that is not used. */
    private static boolean isUsed(FragmentActivity activity) {
        boolean isBesideOthers = Build.VERSION.SDK_INT >= 24 && Api24.isInMultiWindow(activity);
        return !isBesideOthers || activity.hasWindowFocus();
    }

    private synchronized void judgeSight() {
        boolean isHidden = started.isEmpty() && !isChanging;
        if (isHidden == isInBackground) return;
        isInBackground = isHidden;
        tell(isHidden ? Listener::onPause : Listener::onResume);
    }

    /** Follows one of them. */
    private final class Following implements LifecycleEventObserver {
        private final FragmentActivity activity;

        Following(FragmentActivity activity) {
            this.activity = activity;
        }

        @Override
        public void onStateChanged(
                @NonNull LifecycleOwner owner, @NonNull androidx.lifecycle.Lifecycle.Event event) {
            switch (event) {
                case ON_START -> start();
                case ON_RESUME -> resume();
                case ON_PAUSE -> pause();
                case ON_STOP -> stop();
                case ON_DESTROY -> destroy();
                default -> {}
            }
        }

        private void start() {
            isChanging = false;
            started.add(activity);
            judgeSight();
            for (Guest guest : guests()) guest.onStarted(activity);
        }

        private void resume() {
            resumed.add(activity);
            judgeUse();
            List<Show> shown = new ArrayList<>(waiting);
            waiting.clear();
            for (Show show : shown) show(show);
        }

        private void pause() {
            resumed.remove(activity);
            judgeUse();
        }

        private void stop() {
            started.remove(activity);
            if (activity.isChangingConfigurations()) expectAnother();
            judgeSight();
        }

        private void destroy() {
            started.remove(activity);
            resumed.remove(activity);
            judgeSight();
            for (Guest guest : guests()) guest.onDestroyed(activity);
        }
    }

    /** The one that is made anew may never come: then it is out of sight after all. */
    private void expectAnother() {
        isChanging = true;
        main.postDelayed(
                () -> {
                    if (!started.isEmpty()) return;
                    isChanging = false;
                    judgeSight();
                },
                NEXT_ACTIVITY);
    }
}
