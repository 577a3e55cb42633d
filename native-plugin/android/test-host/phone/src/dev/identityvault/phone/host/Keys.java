package dev.identityvault.phone.host;

import android.app.Dialog;
import android.view.KeyEvent;
import org.robolectric.shadows.ShadowDialog;

/** The phone's keys. */
final class Keys {
    private final Host host;

    Keys(Host host) {
        this.host = host;
    }

    /** To the dialog that is shown, or to the activity. */
    void back() {
        Dialog dialog = ShadowDialog.getLatestDialog();
        boolean isShown = dialog != null && dialog.isShowing();
        for (int action : new int[] {KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP}) {
            KeyEvent event = new KeyEvent(action, KeyEvent.KEYCODE_BACK);
            if (isShown) dialog.dispatchKeyEvent(event);
            else host.activity().dispatchKeyEvent(event);
        }
    }
}
