package dev.identityvault.capacitor.vaults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The app's screen, which any vault may cover; and whether all of them have to. */
final class DeviceScreen {
    private final Screen screen;
    private final SharedScreen shared;
    private final List<Runnable> vaults = new ArrayList<>();
    private final Set<Object> hiding = new HashSet<>();
    private boolean hides;

    DeviceScreen(Platform platform) {
        screen = platform.screen();
        shared = new SharedScreen(screen);
        platform.lifecycle().add(new WithoutVaults(shared.newShare()));
    }

    synchronized boolean hides() {
        return hides;
    }

    /** Covers the screen in the background for every vault, and without any. */
    void hide(boolean isHidden) {
        List<Runnable> told;
        synchronized (this) {
            hides = isHidden;
            told = new ArrayList<>(vaults);
        }
        keepFromRecents(this, isHidden);
        for (Runnable follow : told) follow.run();
    }

    /** The share of one vault. */
    ScreenCover newShare() {
        return shared.newShare();
    }

    /**
     * From now on a vault covers the screen by itself: it knows when the app may be seen again.
     *
     * @param follow is called when {@link #hides} may have changed
     */
    synchronized void onHide(Runnable follow) {
        vaults.add(follow);
    }

    /** The picture among the recent apps is hidden as long as anybody wants it to be. */
    void keepFromRecents(Object owner, boolean isHidden) {
        synchronized (hiding) {
            if (isHidden) hiding.add(owner);
            else hiding.remove(owner);
            screen.hideFromRecents(!hiding.isEmpty());
        }
    }

    private synchronized boolean coversAlone() {
        return hides && vaults.isEmpty();
    }

    /** Where there is no vault to do it. */
    private final class WithoutVaults implements Lifecycle.Listener {
        private final ScreenCover cover;

        WithoutVaults(ScreenCover cover) {
            this.cover = cover;
        }

        @Override
        public void onDeactivate() {
            if (coversAlone()) cover.cover();
        }

        @Override
        public void onActivate() {
            cover.uncover();
        }

        @Override
        public void onPause() {
            onDeactivate();
        }

        @Override
        public void onResume() {
            // What comes back into sight is used soon after: that uncovers.
        }
    }
}
