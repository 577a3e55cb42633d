package com.example.app;

import android.os.Bundle;
import com.getcapacitor.BridgeActivity;
import com.getcapacitor.CapConfig;
import org.json.JSONException;
import org.json.JSONObject;

/** The activity that `cap add android` makes. */
public class MainActivity extends BridgeActivity {
    /** What `capacitor.config.json` would say: set before a launch. */
    public static String logging = "none";

    /** Of the plugin. */
    public static String pluginOptions = "{}";

    @Override
    public void onCreate(Bundle savedInstanceState) {
        config =
                new CapConfig.Builder(this)
                        .setLoggingEnabled(!logging.equals("none"))
                        .setResolveServiceWorkerRequests(false)
                        .setPluginsConfiguration(pluginsConfiguration())
                        .create();
        super.onCreate(savedInstanceState);
        // Capacitor tells nobody why; where it can be done by hand, the cause was another one.
        if (getBridge() == null) getLayoutInflater().inflate(R.layout.capacitor_bridge_layout_main, null);
    }

    /** Robolectric's own would not find the app's views. */
    @Override
    public ClassLoader getClassLoader() {
        return MainActivity.class.getClassLoader();
    }

    private static JSONObject pluginsConfiguration() {
        try {
            return new JSONObject().put("CapacitorIdentityVault", new JSONObject(pluginOptions));
        } catch (JSONException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
