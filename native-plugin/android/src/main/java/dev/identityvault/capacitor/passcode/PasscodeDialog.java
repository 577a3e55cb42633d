package dev.identityvault.capacitor.passcode;

import android.content.Context;
import android.os.Build;
import android.text.InputType;
import android.view.ContextThemeWrapper;
import android.view.View;
import android.view.ViewGroup.LayoutParams;
import android.view.Window;
import android.view.WindowManager;
import android.view.inputmethod.EditorInfo;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.ScrollView;
import android.widget.TextView;

import androidx.appcompat.app.AlertDialog;
import androidx.fragment.app.FragmentActivity;

import dev.identityvault.capacitor.R;
import dev.identityvault.capacitor.api.Api26;

/**
 * The window of the built-in passcode prompt: one field, and what is said about it. Not a fragment,
 * so that nothing of it is saved or restored. On the main thread.
 */
final class PasscodeDialog {
    /** What the person does. */
    interface Listener {
        /**
         * @param typed not empty, and the listener's, who wipes it
         */
        void onEntered(char[] typed);

        void onCancelled();
    }

    /**
     * Keyboards must not learn from it. EditorInfo has it from API 26 on; before, it says nothing.
     */
    private static final int NO_LEARNING = 0x1000000;

    private final AlertDialog dialog;
    private final EditText field;
    private final TextView rule;
    private final TextView complaint;
    private final TextView countdown;
    private final Listener listener;
    private boolean isBusy;
    private boolean isWaiting;

    /**
     * @param done what the button says that takes what was entered
     */
    PasscodeDialog(FragmentActivity activity, int done, Listener listener) {
        this.listener = listener;
        Context context = new ContextThemeWrapper(activity, R.style.IdentityVaultDialog);
        field = newField(context);
        rule = newText(context);
        complaint = newText(context);
        complaint.setAccessibilityLiveRegion(View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE);
        // Read aloud once, with the complaint, and not each second.
        countdown = newText(context);
        dialog =
                new AlertDialog.Builder(context)
                        .setTitle(R.string.identity_vault_enter_passcode)
                        .setView(layout(context))
                        .setPositiveButton(done, null)
                        .setNegativeButton(R.string.identity_vault_cancel, null)
                        .create();
        dialog.setCanceledOnTouchOutside(false);
        // While something is tried, leaving would not take the attempt back.
        dialog.setOnKeyListener((shown, key, event) -> isBusy);
        dialog.setOnCancelListener(shown -> listener.onCancelled());
        secure(dialog.getWindow());
    }

    private static void secure(Window window) {
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE);
        window.setSoftInputMode(WindowManager.LayoutParams.SOFT_INPUT_STATE_ALWAYS_VISIBLE);
        window.getDecorView().setFilterTouchesWhenObscured(true);
    }

    private EditText newField(Context context) {
        EditText view = new EditText(context);
        view.setId(R.id.identity_vault_passcode);
        view.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD);
        view.setImeOptions(
                EditorInfo.IME_ACTION_DONE | EditorInfo.IME_FLAG_NO_EXTRACT_UI | NO_LEARNING);
        view.setSaveEnabled(false);
        if (Build.VERSION.SDK_INT >= 26) Api26.keepFromAutofill(view);
        view.setOnEditorActionListener(
                (text, action, event) -> {
                    enter();
                    return true;
                });
        return view;
    }

    /** Begins where what is typed does. */
    private TextView newText(Context context) {
        TextView view = new TextView(context);
        view.setPadding(field.getPaddingLeft(), 0, field.getPaddingRight(), 0);
        view.setVisibility(View.GONE);
        return view;
    }

    private View layout(Context context) {
        int gap = Math.round(20 * context.getResources().getDisplayMetrics().density);
        LinearLayout list = new LinearLayout(context);
        list.setOrientation(LinearLayout.VERTICAL);
        list.setPadding(gap, gap / 2, gap, 0);
        for (View view : new View[] {rule, field, complaint, countdown})
            list.addView(
                    view, new LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT));
        // Large text on a small screen has to scroll.
        ScrollView scroll = new ScrollView(context);
        scroll.addView(list);
        return scroll;
    }

    void show() {
        dialog.show();
        // Set by the builder they would close the dialog.
        button(AlertDialog.BUTTON_POSITIVE).setOnClickListener(view -> enter());
        button(AlertDialog.BUTTON_NEGATIVE)
                .setOnClickListener(
                        view -> {
                            if (!isBusy) dialog.cancel();
                        });
        field.requestFocus();
        enable();
    }

    /** Without a word to the listener. */
    void dismiss() {
        Typed.wipe(field.getText());
        dialog.setOnCancelListener(null);
        dialog.dismiss();
    }

    /**
     * @param title what is asked for
     * @param label of the field: read aloud when it is reached
     */
    void ask(int title, int label) {
        dialog.setTitle(title);
        field.setHint(label);
        field.requestFocus();
    }

    /**
     * @param text {@code null}: nothing is said before something is typed
     */
    void rule(String text) {
        say(rule, text);
    }

    /**
     * @param text {@code null}: there is nothing to complain about
     */
    void complain(String text) {
        say(complaint, text);
    }

    /**
     * Nothing can be entered meanwhile.
     *
     * @param text how long; {@code null}: it is over
     */
    void count(String text) {
        say(countdown, text);
        isWaiting = text != null;
        enable();
    }

    /** What was entered is being tried. */
    void busy(boolean isTrying) {
        isBusy = isTrying;
        enable();
    }

    private static void say(TextView view, String text) {
        view.setText(text);
        view.setVisibility(text == null ? View.GONE : View.VISIBLE);
    }

    private void enter() {
        if (isBusy || isWaiting || field.length() == 0) return;
        listener.onEntered(Typed.takenFrom(field.getText()));
    }

    private void enable() {
        field.setEnabled(!isBusy);
        Button enter = button(AlertDialog.BUTTON_POSITIVE);
        if (enter != null) enter.setEnabled(!isBusy && !isWaiting);
    }

    private Button button(int which) {
        return dialog.getButton(which);
    }
}
