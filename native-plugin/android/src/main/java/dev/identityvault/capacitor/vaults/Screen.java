package dev.identityvault.capacitor.vaults;

/** The app's screen. */
public interface Screen extends ScreenCover {
    /**
     * The system is told ahead of time: once the app leaves, its picture has been taken.
     *
     * @param isHidden whether the app is not to be seen among the recent ones
     */
    void hideFromRecents(boolean isHidden);
}
