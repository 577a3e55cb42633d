package dev.identityvault.phone.host;

import dev.identityvault.phone.system.PhoneApp;
import dev.identityvault.phone.system.ShadowRecents;
import dev.identityvault.phone.system.ShadowSystemBiometricPrompt;
import dev.identityvault.phone.system.ShadowSystemBiometrics;
import dev.identityvault.phone.system.ShadowSystemFingerprints;
import dev.identityvault.phone.system.WebViewMessages;
import org.json.JSONObject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.ConscryptMode;

/** One process of the app: Android, Capacitor and the plugin are new; the phone is not. */
@RunWith(RobolectricTestRunner.class)
@ConscryptMode(ConscryptMode.Mode.OFF)
@Config(
        // The command line says which one of them.
        sdk = Config.ALL_SDKS,
        application = PhoneApp.class,
        shadows = {
            ShadowRecents.class,
            ShadowSystemBiometricPrompt.class,
            ShadowSystemBiometrics.class,
            ShadowSystemFingerprints.class,
            WebViewMessages.class
        })
public final class AppProcess {
    @Test
    public void runs() throws Exception {
        Lines.open();
        Host host = new Host();
        while (host.isRunning()) {
            JSONObject command = Lines.next();
            if (command == null) {
                host.idle();
                continue;
            }
            if (Lines.isEnd(command)) {
                System.setProperty(Main.OFF, "true");
                return;
            }
            host.take(command);
            host.idle();
        }
    }
}
