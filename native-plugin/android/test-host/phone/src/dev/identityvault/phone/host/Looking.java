package dev.identityvault.phone.host;

import android.app.Activity;
import android.view.View;
import android.view.ViewGroup;
import android.view.WindowManager;
import android.widget.EditText;
import android.widget.TextView;
import dev.identityvault.phone.system.ShadowRecents;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.robolectric.android.controller.ActivityController;

/** What a test sees of the screen. */
final class Looking {
    private final Host host;

    Looking(Host host) {
        this.host = host;
    }

    JSONObject look() throws JSONException {
        JSONArray windows = new JSONArray();
        for (View root : Windows.roots()) windows.put(window(root));
        JSONArray activities = new JSONArray();
        for (ActivityController<? extends Activity> each : host.activities)
            if (!each.get().isDestroyed()) activities.put(activity(each.get()));
        return new JSONObject().put("windows", windows).put("activities", activities);
    }

    private static JSONObject activity(Activity activity) throws JSONException {
        int flags = activity.getWindow().getAttributes().flags;
        boolean isSecure = (flags & WindowManager.LayoutParams.FLAG_SECURE) != 0;
        boolean isHidden = isSecure || !ShadowRecents.isPictureKept(activity);
        return new JSONObject()
                .put("isSecure", isSecure)
                .put("recents", isHidden ? "hidden" : "shown")
                .put("isCovered", Screen.isCovered((ViewGroup) activity.getWindow().getDecorView()));
    }

    private static JSONArray window(View root) throws JSONException {
        JSONArray views = new JSONArray();
        for (View view : Windows.in(root)) {
            JSONObject words = new JSONObject().put("kind", view.getClass().getSimpleName());
            if (view instanceof EditText field) words.put("hint", field.getHint()).put("length", field.length());
            else if (view instanceof TextView text) words.put("text", text.getText().toString());
            if (view.getContentDescription() != null) words.put("label", view.getContentDescription().toString());
            views.put(words.put("isEnabled", view.isEnabled()));
        }
        return views;
    }
}
