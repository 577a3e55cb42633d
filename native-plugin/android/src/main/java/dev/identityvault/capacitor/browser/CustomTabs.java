package dev.identityvault.capacitor.browser;

import android.app.Activity;

import androidx.fragment.app.FragmentActivity;

import dev.identityvault.capacitor.auth.AuthBrowser;
import dev.identityvault.capacitor.auth.AuthPage;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.lifecycle.Stage;
import dev.identityvault.capacitor.vaults.VaultRefusal;

/**
 * Shows a provider's page in a tab of the browser, above the app. Decision 94 says why it is no
 * Auth Tab.
 */
public final class CustomTabs implements AuthBrowser {
    private final Stage stage;

    public CustomTabs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Answer<Boolean> show(AuthPage page) {
        Answer<Boolean> isShown = new Answer<>();
        stage.show(
                new Stage.Show() {
                    @Override
                    public void in(FragmentActivity activity) {
                        try {
                            start(page, activity);
                            isShown.resolve(true);
                        } catch (RuntimeException failure) {
                            // The browser was removed just now, or does not let itself be started.
                            isShown.reject(VaultRefusal.unavailable());
                        }
                    }

                    @Override
                    public void nowhere() {
                        isShown.resolve(false);
                    }
                });
        return isShown;
    }

    private static void start(AuthPage page, Activity activity) {
        String browser = Browsers.best(activity.getPackageManager());
        if (browser == null) throw VaultRefusal.unavailable();
        activity.startActivity(TabIntent.of(page, browser));
    }
}
