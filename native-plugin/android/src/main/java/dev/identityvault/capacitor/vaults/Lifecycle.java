package dev.identityvault.capacitor.vaults;

/** Whether the app is in sight, and in use. FORMAT.md §15.7. */
public interface Lifecycle {
    /** Hears of it on the main thread, and must not wait. */
    interface Listener {
        /** Still on the screen, but not in use. */
        void onDeactivate();

        void onActivate();

        /** To the background. */
        void onPause();

        void onResume();
    }

    /** Calls back at once where the app is not in use, or in the background already. */
    void add(Listener listener);
}
