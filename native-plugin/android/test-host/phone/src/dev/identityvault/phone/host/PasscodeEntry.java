package dev.identityvault.phone.host;

import android.text.InputType;
import android.view.View;
import android.widget.Button;
import android.widget.EditText;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;

/** What the person does at the built-in passcode prompt: they enter what they have in mind, and give up when it is refused. */
final class PasscodeEntry {
    private final Host host;

    /** {@code null}: they cancel. */
    private String passcode;

    /** They look at it, until they have something in mind. */
    private boolean isWaiting;

    /** The one that they know already. */
    private View known;

    PasscodeEntry(Host host) {
        this.host = host;
    }

    void will(String next) {
        passcode = next;
        isWaiting = false;
    }

    void waits() {
        isWaiting = true;
    }

    boolean isShown() {
        return known != null;
    }

    /** Once, at the prompt that is shown. */
    void type(String text) {
        View window = window();
        if (window == null) throw new IllegalStateException("no passcode is asked for");
        field(window).setText(text);
        press(buttons(window), "Unlock", "Save");
    }

    void act() {
        View window = window();
        if (window != known) {
            known = window;
            if (window != null) Lines.tell("prompt", "prompt", "passcodeEntry");
        }
        if (window == null || isWaiting) return;
        EditText field = field(window);
        List<Button> buttons = buttons(window);
        if (field == null || !field.isEnabled()) return;
        if (passcode == null || isRefused(window)) press(buttons, "Cancel");
        else if (field.length() == 0 && host.isRunning()) {
            field.setText(passcode);
            press(buttons, "Unlock", "Save");
        }
    }

    private static View window() {
        View found = null;
        for (View root : Windows.roots()) if (field(root) != null) found = root;
        return found;
    }

    static EditText field(View window) {
        for (View view : Windows.in(window))
            if (view instanceof EditText field && isPassword(field)) return field;
        return null;
    }

    private static boolean isPassword(EditText field) {
        int variation = field.getInputType() & InputType.TYPE_MASK_VARIATION;
        return variation == InputType.TYPE_TEXT_VARIATION_PASSWORD
                || variation == InputType.TYPE_NUMBER_VARIATION_PASSWORD;
    }

    private static boolean isRefused(View window) {
        for (View view : Windows.in(window)) {
            boolean isComplaint = view.getAccessibilityLiveRegion() == View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE;
            if (isComplaint && view instanceof TextView text && text.length() > 0) return true;
        }
        return false;
    }

    private static List<Button> buttons(View window) {
        List<Button> buttons = new ArrayList<>();
        for (View view : Windows.in(window)) if (view instanceof Button button) buttons.add(button);
        return buttons;
    }

    private static void press(List<Button> buttons, String... labels) {
        for (Button button : buttons)
            if (button.isEnabled() && List.of(labels).contains(button.getText().toString())) button.performClick();
    }
}
