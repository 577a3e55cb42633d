package dev.identityvault.capacitor.browser;

import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;

import dev.identityvault.capacitor.auth.AuthPage;

/** What makes a tab of a browser. The names are those that androidx.browser documents. */
final class TabIntent {
    /** Its being there makes a Custom Tab; it may be null. */
    private static final String SESSION = "android.support.customtabs.extra.SESSION";

    /** Browsers that don't know it show an ordinary tab. */
    private static final String EPHEMERAL =
            "androidx.browser.customtabs.extra.ENABLE_EPHEMERAL_BROWSING";

    private TabIntent() {}

    /**
     * @param browser its package, so that no other app that opens such addresses gets this one
     */
    static Intent of(AuthPage page, String browser) {
        Bundle session = new Bundle();
        session.putBinder(SESSION, null);
        Intent intent = new Intent(Intent.ACTION_VIEW, Uri.parse(page.url()).normalizeScheme());
        intent.setPackage(browser);
        intent.putExtras(session);
        if (page.isEphemeral()) intent.putExtra(EPHEMERAL, true);
        return intent;
    }
}
