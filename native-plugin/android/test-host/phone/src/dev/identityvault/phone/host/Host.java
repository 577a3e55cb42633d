package dev.identityvault.phone.host;

import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.os.Build;
import android.os.Looper;
import android.webkit.WebView;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.system.PhoneApp;
import dev.identityvault.phone.system.SystemServices;
import dev.identityvault.phone.system.WebViewMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONException;
import org.json.JSONObject;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowChoreographer;
import org.robolectric.shadows.ShadowLooper;
import org.robolectric.util.ReflectionHelpers;

/** A process of the app: activities, Capacitor and the plugin, and the person before it. */
final class Host {
    private static final String PLUGIN = "CapacitorIdentityVault";

    final SystemServices services = new SystemServices(RuntimeEnvironment.getApplication());
    final PasscodeEntry entry = new PasscodeEntry(this);
    final Keys keys = new Keys(this);
    final Browser browser = new Browser(this);
    final List<ActivityController<? extends Activity>> activities = new ArrayList<>();
    private final Commands commands = new Commands(this);
    private final Screen screen = new Screen(this);
    private final Loopers loopers = new Loopers();
    private AppClasses classes;
    private boolean isRunning = true;

    boolean isRunning() {
        return isRunning;
    }

    void take(JSONObject command) throws JSONException {
        commands.take(command);
    }

    void end() {
        isRunning = false;
        ((PhoneApp) RuntimeEnvironment.getApplication()).end();
        if (classes != null) classes.giveUpFileLocks();
        FakeDevice.current().person.leave();
        FakeDevice.current().failures.clear();
    }

    /** Everything that has something to do does it. */
    void idle() {
        for (Looper looper : loopers.alive()) idle(looper);
        ShadowLooper.idleMainLooper();
        FakeDevice.current().person.act();
        entry.act();
        browser.act();
        ShadowLooper.idleMainLooper();
        screen.look();
    }

    private static void idle(Looper looper) {
        try {
            shadowOf(looper).idle();
        } catch (IllegalStateException | NullPointerException ended) {
            // It was quit meanwhile.
        }
    }

    /** The system starts the app, or shows another activity of it. */
    void launch(JSONObject command) throws ReflectiveOperationException, JSONException {
        services.start();
        if (command.has("screen")) RuntimeEnvironment.setQualifiers(command.getString("screen"));
        if (command.has("fontScale")) RuntimeEnvironment.setFontScale((float) command.getDouble("fontScale"));
        FakeDevice.current().person.onShow = kind -> Lines.tell("prompt", "prompt", kind);
        WebViewMessages.listen(this::answered);
        int flags = RuntimeEnvironment.getApplication().getApplicationInfo().flags;
        boolean isDebuggable = command.optBoolean("isDebug");
        RuntimeEnvironment.getApplication().getApplicationInfo().flags =
                isDebuggable
                        ? flags | android.content.pm.ApplicationInfo.FLAG_DEBUGGABLE
                        : flags & ~android.content.pm.ApplicationInfo.FLAG_DEBUGGABLE;
        classes = new AppClasses(System.getProperty("phone.app"));
        Class<?> type = classes.loadClass("com.example.app.MainActivity");
        type.getField("logging").set(null, command.optBoolean("logging") ? "production" : "none");
        JSONObject options = command.optJSONObject("plugin");
        if (options != null) type.getField("pluginOptions").set(null, options.toString());
        Thread.currentThread().setContextClassLoader(classes);
        show(type.asSubclass(Activity.class), command.has("url") ? Browser.intent(command.getString("url")) : null);
    }

    /** The app opens another window of itself. */
    void connect() {
        show(activity().getClass(), null);
    }

    /** The one that the command names, at first the first. */
    ActivityController<? extends Activity> activityOf(JSONObject command) {
        return activities.get(command.optInt("scene"));
    }

    /** Two apps share the screen. */
    void besideAnother(boolean isShared) {
        shadowOf(activity()).setInMultiWindowMode(isShared);
    }

    /** Which of the two is used. */
    void focus(boolean isOurs) {
        activities.get(activities.size() - 1).windowFocusChanged(isOurs);
    }

    private void show(Class<? extends Activity> type, Intent intent) {
        ActivityController<? extends Activity> controller = Robolectric.buildActivity(type, intent);
        activities.add(controller);
        controller.setup();
        // Each picture that is asked for takes this long, at once: 15 ms would be counted as time in the background.
        ShadowChoreographer.setFrameDelay(Duration.ofNanos(1000));
    }

    Activity activity() {
        return activities.get(activities.size() - 1).get();
    }

    /** A message of BRIDGE.md, as the page posts it. */
    void post(int id, String method, JSONObject options) throws JSONException {
        // Sent by a page whose process has ended: nobody hears it.
        if (activities.isEmpty()) return;
        JSONObject message =
                new JSONObject()
                        .put("type", "message")
                        .put("callbackId", String.valueOf(id))
                        .put("pluginId", PLUGIN)
                        .put("methodName", method)
                        .put("options", options);
        Object bridge = ReflectionHelpers.callInstanceMethod(activity(), "getBridge");
        WebView page = ReflectionHelpers.callInstanceMethod(bridge, "getWebView");
        Object handler = shadowOf(page).getJavascriptInterface("androidBridge");
        ReflectionHelpers.callInstanceMethod(
                handler, "postMessage", ReflectionHelpers.ClassParameter.from(String.class, message.toString()));
    }

    private void answered(String json) {
        try {
            JSONObject answer = new JSONObject(json);
            boolean isSuccess = answer.getBoolean("success");
            Object data = isSuccess ? answer.opt("data") : answer.get("error");
            Lines.write(
                    new JSONObject()
                            .put("id", Integer.parseInt(answer.getString("callbackId")))
                            .put("success", isSuccess)
                            .put("data", data == null ? new JSONObject() : data));
        } catch (JSONException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Time passes, and what falls due happens. */
    void pass(long milliseconds) {
        idle();
        ShadowLooper.idleMainLooper(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
        FakeDevice.current().pass(milliseconds);
        idle();
    }

    static int sdk() {
        return Build.VERSION.SDK_INT;
    }
}
