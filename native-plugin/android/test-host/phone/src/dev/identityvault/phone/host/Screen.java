package dev.identityvault.phone.host;

import android.graphics.Color;
import android.graphics.drawable.ColorDrawable;
import android.view.View;
import android.view.ViewGroup;

/** Tells when the app's page is covered and uncovered. */
final class Screen {
    private final Host host;
    private boolean wasCovered;

    Screen(Host host) {
        this.host = host;
    }

    void look() {
        if (host.activities.isEmpty()) return;
        boolean isCovered = isCovered((ViewGroup) host.activity().getWindow().getDecorView());
        if (isCovered == wasCovered) return;
        wasCovered = isCovered;
        Lines.tell("screen", "screen", isCovered ? "covered" : "uncovered");
    }

    /** Something opaque lies over everything else. */
    static boolean isCovered(ViewGroup window) {
        if (window.getChildCount() < 2) return false;
        View top = window.getChildAt(window.getChildCount() - 1);
        return top.getVisibility() == View.VISIBLE
                && top.getAlpha() == 1
                && top.getBackground() instanceof ColorDrawable color
                && Color.alpha(color.getColor()) == 255
                && top.getLayoutParams().width == ViewGroup.LayoutParams.MATCH_PARENT
                && top.getLayoutParams().height == ViewGroup.LayoutParams.MATCH_PARENT;
    }
}
