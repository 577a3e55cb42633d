package dev.identityvault.phone.host;

import android.view.View;
import android.view.WindowManager;
import android.widget.EditText;
import android.widget.TextView;
import dev.identityvault.phone.system.ShadowRecents;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** What a test sees of the screen. */
final class Looking {
    private final Host host;

    Looking(Host host) {
        this.host = host;
    }

    JSONObject look() throws JSONException {
        JSONArray windows = new JSONArray();
        for (View root : Windows.roots()) windows.put(window(root));
        JSONObject seen = new JSONObject().put("windows", windows);
        if (host.activities.isEmpty()) return seen;
        int flags = host.activity().getWindow().getAttributes().flags;
        boolean isSecure = (flags & WindowManager.LayoutParams.FLAG_SECURE) != 0;
        boolean isHidden = isSecure || !ShadowRecents.isPictureKept(host.activity());
        return seen.put("isSecure", isSecure).put("recents", isHidden ? "hidden" : "shown");
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
