package dev.identityvault.capacitor.browser;

import android.content.Intent;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.net.Uri;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The browsers of the device. The plugin's manifest says in {@code queries} that it looks for them.
 */
final class Browsers {
    private static final String CUSTOM_TABS = "android.support.customtabs.action.CustomTabsService";

    private Browsers() {}

    /**
     * The one that the user chose, with or without Custom Tabs; else the first that has them; else
     * the first.
     *
     * @return its package; {@code null}: there is none
     */
    static String best(PackageManager packages) {
        // Without a host, so that no app counts that opens the addresses of one.
        Intent web =
                new Intent(Intent.ACTION_VIEW, Uri.fromParts("https", "", null))
                        .addCategory(Intent.CATEGORY_BROWSABLE);
        Set<String> all = new LinkedHashSet<>();
        for (ResolveInfo each : packages.queryIntentActivities(web, PackageManager.MATCH_ALL))
            all.add(each.activityInfo.packageName);
        ResolveInfo chosen = packages.resolveActivity(web, PackageManager.MATCH_DEFAULT_ONLY);
        // Where the user chose none, this is the system's question which one.
        if (chosen != null && all.contains(chosen.activityInfo.packageName))
            return chosen.activityInfo.packageName;
        for (String each : all) if (hasTabs(each, packages)) return each;
        return all.isEmpty() ? null : all.iterator().next();
    }

    private static boolean hasTabs(String browser, PackageManager packages) {
        Intent service = new Intent(CUSTOM_TABS).setPackage(browser);
        return packages.resolveService(service, 0) != null;
    }
}
