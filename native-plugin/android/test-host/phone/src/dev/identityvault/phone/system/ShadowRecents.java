package dev.identityvault.phone.system;

import android.app.Activity;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.shadow.api.Shadow;
import org.robolectric.shadows.ShadowActivity;

/** Whether the system may keep a picture of an activity for the list of recent apps. */
@Implements(value = Activity.class)
public class ShadowRecents extends ShadowActivity {
    private boolean isPictureKept = true;

    public static boolean isPictureKept(Activity activity) {
        ShadowRecents shadow = Shadow.extract(activity);
        return shadow.isPictureKept;
    }

    @Implementation(minSdk = 33)
    protected void setRecentsScreenshotEnabled(boolean isEnabled) {
        isPictureKept = isEnabled;
    }
}
