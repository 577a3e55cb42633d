package dev.identityvault.phone.host;

import android.view.View;
import android.view.ViewGroup;
import android.view.Window;
import java.util.ArrayList;
import java.util.List;
import org.robolectric.util.ReflectionHelpers;

/** What is on the screen. */
final class Windows {
    private Windows() {}

    /** The roots of all windows that are shown, the topmost last. */
    static List<View> roots() {
        Class<?> type = Window.class;
        try {
            type = Class.forName("android.view.WindowManagerGlobal");
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
        Object global = ReflectionHelpers.callStaticMethod(type, "getInstance");
        List<View> views = ReflectionHelpers.getField(global, "mViews");
        List<View> shown = new ArrayList<>();
        for (View view : views) if (view.getVisibility() == View.VISIBLE) shown.add(view);
        return shown;
    }

    /** All that can be seen of a window, its parents first. */
    static List<View> in(View view) {
        List<View> all = new ArrayList<>();
        collect(view, all);
        return all;
    }

    private static void collect(View view, List<View> into) {
        if (view.getVisibility() != View.VISIBLE) return;
        into.add(view);
        if (!(view instanceof ViewGroup group)) return;
        for (int index = 0; index < group.getChildCount(); index += 1) collect(group.getChildAt(index), into);
    }
}
