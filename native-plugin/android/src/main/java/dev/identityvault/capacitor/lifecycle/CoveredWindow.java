package dev.identityvault.capacitor.lifecycle;

import android.app.Activity;
import android.os.Build;
import android.util.TypedValue;
import android.view.View;
import android.view.ViewGroup;
import android.view.ViewGroup.LayoutParams;
import android.view.WindowManager;

import dev.identityvault.capacitor.api.Api33;

/** One window, and what hides it. On the main thread. */
final class CoveredWindow {
    private static final int SECURE = WindowManager.LayoutParams.FLAG_SECURE;

    private final Activity activity;
    private View cover;
    private boolean isHidden;

    /** What the app itself asked for is not ours to take away. */
    private boolean isSecureByUs;

    CoveredWindow(Activity activity) {
        this.activity = activity;
    }

    void show(boolean isCovered, boolean hides) {
        if (isCovered != (cover != null)) {
            if (isCovered) cover();
            else uncover();
        }
        if (hides == isHidden) return;
        isHidden = hides;
        if (Build.VERSION.SDK_INT >= 33) Api33.showInRecents(activity, !hides);
        else beSecure(hides);
    }

    private void cover() {
        cover = new View(activity);
        cover.setBackgroundColor(background());
        cover.setClickable(true);
        cover.setContentDescription(activity.getTitle());
        decor().addView(
                        cover,
                        new LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.MATCH_PARENT));
        // What is covered is not read aloud, either.
        content()
                .setImportantForAccessibility(View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS);
    }

    private void uncover() {
        decor().removeView(cover);
        cover = null;
        content().setImportantForAccessibility(View.IMPORTANT_FOR_ACCESSIBILITY_AUTO);
    }

    private ViewGroup decor() {
        return (ViewGroup) activity.getWindow().getDecorView();
    }

    private View content() {
        return activity.findViewById(android.R.id.content);
    }

    /** Opaque, whatever the theme says. */
    private int background() {
        TypedValue color = new TypedValue();
        boolean isThere =
                activity.getTheme().resolveAttribute(android.R.attr.colorBackground, color, true);
        boolean isColor =
                isThere
                        && color.type >= TypedValue.TYPE_FIRST_COLOR_INT
                        && color.type <= TypedValue.TYPE_LAST_COLOR_INT;
        return 0xff000000 | (isColor ? color.data : 0xffffff);
    }

    private void beSecure(boolean isSecure) {
        boolean isAlready = (activity.getWindow().getAttributes().flags & SECURE) != 0;
        if (isSecure && !isAlready) activity.getWindow().addFlags(SECURE);
        if (!isSecure && isSecureByUs) activity.getWindow().clearFlags(SECURE);
        isSecureByUs = isSecure && !isAlready;
    }
}
