package dev.identityvault.phone.host;

import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import org.json.JSONObject;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;

/** Another app, which shows a page above the app, and opens the app with an address. */
final class Browser {
    private static final String SESSION = "android.support.customtabs.extra.SESSION";
    private static final String EPHEMERAL = "androidx.browser.customtabs.extra.ENABLE_EPHEMERAL_BROWSING";

    private final Host host;

    Browser(Host host) {
        this.host = host;
    }

    /** What the app started comes before it. */
    void act() {
        Intent started = shadowOf(RuntimeEnvironment.getApplication()).getNextStartedActivity();
        if (started == null) return;
        String kind = started.getBooleanExtra(EPHEMERAL, false) ? " ephemeral " : " ";
        String tab = started.hasExtra(SESSION) ? "tab " : "page ";
        Lines.tell("browser", "browser", started.getPackage() + kind + tab + started.getDataString());
        host.activities.get(host.activities.size() - 1).pause().stop();
    }

    /** Anybody opens the app with an address, and it comes before what was shown. */
    void open(JSONObject command) {
        ActivityController<? extends Activity> controller = host.activityOf(command);
        Intent intent = intent(command.optString("url"));
        if (command.optBoolean("isOld")) intent.addFlags(Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY);
        if (command.optBoolean("isLate")) {
            controller.restart().start().resume();
            host.idle();
            controller.newIntent(intent);
        } else {
            controller.newIntent(intent);
            controller.restart().start().resume();
        }
    }

    static Intent intent(String url) {
        return new Intent(Intent.ACTION_VIEW, Uri.parse(url));
    }
}
