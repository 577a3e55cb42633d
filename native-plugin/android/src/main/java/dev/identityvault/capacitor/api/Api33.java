package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.app.Activity;

/** What Android has from API 33 on. Used only behind a look at the version. */
@TargetApi(33)
public final class Api33 {
    private Api33() {}

    /** The picture of the app among the recent ones. Screenshots are another matter. */
    public static void showInRecents(Activity activity, boolean isShown) {
        activity.setRecentsScreenshotEnabled(isShown);
    }
}
