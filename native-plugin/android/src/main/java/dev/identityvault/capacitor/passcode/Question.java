package dev.identityvault.capacitor.passcode;

import androidx.fragment.app.FragmentActivity;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.lifecycle.MainThread;
import dev.identityvault.capacitor.lifecycle.Stage;

/**
 * What is asked in a dialog until it is answered, also in an activity that is made anew meanwhile.
 * On the main thread.
 *
 * @param <T> the answer
 */
abstract class Question<T> implements Stage.Show, Stage.Guest, PasscodeDialog.Listener {
    private final Stage stage;
    private final MainThread main;
    private final Answer<T> answer = new Answer<>();
    private FragmentActivity shownIn;
    private PasscodeDialog dialog;
    private boolean isOver;

    Question(Stage stage, MainThread main) {
        this.stage = stage;
        this.main = main;
    }

    /** On any thread. */
    Answer<T> ask() {
        stage.add(this);
        stage.show(this);
        return answer;
    }

    /** The dialog is new: says what is asked, and what there is to complain about. */
    abstract void fill(PasscodeDialog shown);

    /** What the button says that takes what was entered. */
    abstract int done();

    /** The person gave up. */
    abstract T none();

    MainThread main() {
        return main;
    }

    PasscodeWords words() {
        return new PasscodeWords(shownIn.getResources());
    }

    /** {@code null}: there is no activity now. */
    PasscodeDialog dialog() {
        return dialog;
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void in(FragmentActivity activity) {
        if (isOver || dialog != null) return;
        shownIn = activity;
        dialog = new PasscodeDialog(activity, done(), this);
        dialog.show();
        fill(dialog);
    }

    @Override
    public void nowhere() {
        end(() -> answer.resolve(none()));
    }

    /** An activity was made anew: it is asked there again. */
    @Override
    public void onStarted(FragmentActivity activity) {
        if (!isOver && shownIn != null && dialog == null) stage.show(this);
    }

    @Override
    public void onDestroyed(FragmentActivity activity) {
        if (shownIn != activity) return;
        if (dialog != null) dialog.dismiss();
        dialog = null;
        if (activity.isFinishing()) nowhere();
    }

    @Override
    public void onCancelled() {
        nowhere();
    }

    void resolve(T value) {
        end(() -> answer.resolve(value));
    }

    void reject(Throwable failure) {
        end(() -> answer.reject(failure));
    }

    private void end(Runnable settle) {
        if (isOver) return;
        isOver = true;
        stage.remove(this);
        if (dialog != null) dialog.dismiss();
        dialog = null;
        settle.run();
    }
}
