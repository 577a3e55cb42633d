package dev.identityvault.capacitor.lifecycle;

import androidx.fragment.app.FragmentActivity;

import dev.identityvault.capacitor.vaults.Screen;

import java.util.HashMap;
import java.util.Map;

/** Covers the windows of the app's pages, those that come later, too. */
public final class AppScreen implements Screen, Stage.Guest {
    private final MainThread main;

    /** On the main thread. */
    private final Map<FragmentActivity, CoveredWindow> windows = new HashMap<>();

    private volatile boolean isCovered;
    private volatile boolean isHidden;

    public AppScreen(MainThread main) {
        this.main = main;
    }

    @Override
    public void cover() {
        isCovered = true;
        main.run(this::apply);
    }

    @Override
    public void uncover() {
        isCovered = false;
        main.run(this::apply);
    }

    @Override
    public void hideFromRecents(boolean hides) {
        isHidden = hides;
        main.run(this::apply);
    }

    private void apply() {
        for (CoveredWindow window : windows.values()) window.show(isCovered, isHidden);
    }

    @Override
    public void onStarted(FragmentActivity activity) {
        CoveredWindow window = windows.get(activity);
        if (window == null) {
            window = new CoveredWindow(activity);
            windows.put(activity, window);
        }
        window.show(isCovered, isHidden);
    }

    @Override
    public void onDestroyed(FragmentActivity activity) {
        windows.remove(activity);
    }
}
