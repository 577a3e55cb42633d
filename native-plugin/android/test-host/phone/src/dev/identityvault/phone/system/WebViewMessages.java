package dev.identityvault.phone.system;

import android.webkit.ValueCallback;
import android.webkit.WebView;
import java.util.function.Consumer;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.shadows.ShadowWebView;

/** A page that says what Capacitor tells it. */
@Implements(WebView.class)
public class WebViewMessages extends ShadowWebView {
    private static final String ANSWER = "window.Capacitor.fromNative(";
    private static Consumer<String> listener = json -> {};

    public static void listen(Consumer<String> next) {
        listener = next;
    }

    @Override
    @Implementation
    protected void evaluateJavascript(String script, ValueCallback<String> callback) {
        super.evaluateJavascript(script, callback);
        if (script.startsWith(ANSWER)) listener.accept(script.substring(ANSWER.length(), script.length() - 1));
    }
}
