package dev.identityvault.phone.system;

import static org.robolectric.Shadows.shadowOf;

import android.app.Application;
import android.content.ComponentName;
import android.content.Intent;
import android.content.IntentFilter;
import android.content.pm.PackageManager;
import dev.identityvault.phone.device.FakeDevice;
import org.robolectric.shadows.ShadowPackageManager;

/** The browsers of the fake phone, as Android's package manager knows them. */
final class Browsers {
    private Browsers() {}

    static void install(FakeDevice device, Application app) {
        ShadowPackageManager packages = shadowOf(app.getPackageManager());
        packages.setShouldShowActivityChooser(true);
        shadowOf(app).checkActivities(true);
        for (String name : device.browsers) install(name, packages);
        if (device.chosenBrowser != null) choose(device.chosenBrowser, app.getPackageManager());
    }

    private static void install(String name, ShadowPackageManager packages) {
        packages.addActivityIfNotPresent(page(name));
        packages.addIntentFilterForActivity(page(name), web());
        if (!name.contains("tabs")) return;
        ComponentName service = new ComponentName(name, name + ".Tabs");
        packages.addServiceIfNotPresent(service);
        packages.addIntentFilterForService(service, new IntentFilter("android.support.customtabs.action.CustomTabsService"));
    }

    private static void choose(String name, PackageManager packages) {
        packages.addPreferredActivity(web(), IntentFilter.MATCH_CATEGORY_SCHEME, new ComponentName[] {page(name)}, page(name));
    }

    private static ComponentName page(String name) {
        return new ComponentName(name, name + ".Page");
    }

    private static IntentFilter web() {
        IntentFilter filter = new IntentFilter(Intent.ACTION_VIEW);
        filter.addCategory(Intent.CATEGORY_DEFAULT);
        filter.addCategory(Intent.CATEGORY_BROWSABLE);
        filter.addDataScheme("http");
        filter.addDataScheme("https");
        return filter;
    }
}
