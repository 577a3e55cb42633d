package dev.identityvault.capacitor.passcode;

import dev.identityvault.capacitor.R;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.lifecycle.BootClock;
import dev.identityvault.capacitor.lifecycle.MainThread;
import dev.identityvault.capacitor.lifecycle.Stage;
import dev.identityvault.capacitor.vaults.PasscodeComplaint;
import dev.identityvault.capacitor.vaults.PasscodePrompt;

import java.util.Arrays;
import java.util.concurrent.Executor;

/** Asks for the passcode of a vault, until it was right. */
final class EnterQuestion extends Question<Boolean> {
    private static final long SECOND = 1000;

    private final BootClock clock = new BootClock();
    private final PasscodePrompt.Submit submit;
    private final Executor executor;
    private PasscodeComplaint complaint;

    /** The moment from which on another try is allowed. */
    private long from;

    private boolean isTrying;
    private Runnable cancelCount = () -> {};

    EnterQuestion(Stage stage, MainThread main, Executor executor, PasscodePrompt.Submit submit) {
        super(stage, main);
        this.executor = executor;
        this.submit = submit;
    }

    /**
     * @param atFirst {@code null}: nothing is to be said
     */
    EnterQuestion complaining(PasscodeComplaint atFirst) {
        note(atFirst);
        return this;
    }

    private void note(PasscodeComplaint newComplaint) {
        complaint = newComplaint;
        from = newComplaint == null ? 0 : clock.now() + newComplaint.retryAfter();
    }

    @Override
    void fill(PasscodeDialog shown) {
        shown.ask(R.string.identity_vault_enter_passcode, R.string.identity_vault_passcode);
        shown.busy(isTrying);
        tell();
    }

    @Override
    int done() {
        return R.string.identity_vault_unlock;
    }

    @Override
    Boolean none() {
        return false;
    }

    /** The wait is said once with the complaint; what counts it down is not read aloud. */
    private void tell() {
        if (dialog() == null) return;
        dialog().complain(complaint == null ? null : words().of(complaint, from - clock.now()));
        count();
    }

    private void count() {
        cancelCount.run();
        if (isOver() || dialog() == null) return;
        long left = from - clock.now();
        dialog().count(left > 0 ? words().waiting(left) : null);
        if (left > 0) cancelCount = main().after(Math.min(left, SECOND), this::count);
    }

    @Override
    public void onEntered(char[] typed) {
        isTrying = true;
        dialog().busy(true);
        dialog().complain(null);
        executor.execute(() -> submit(typed));
    }

    private void submit(char[] typed) {
        Answer.<Void>of(null)
                .then(nothing -> submit.passcode(typed))
                .whenSettled(
                        new Answer.Listener<>() {
                            @Override
                            public void onValue(PasscodeComplaint newComplaint) {
                                Arrays.fill(typed, '\0');
                                main().run(() -> judge(newComplaint));
                            }

                            @Override
                            public void onFailure(Throwable failure) {
                                Arrays.fill(typed, '\0');
                                main().run(() -> reject(failure));
                            }
                        });
    }

    private void judge(PasscodeComplaint newComplaint) {
        isTrying = false;
        if (newComplaint == null) {
            resolve(true);
            return;
        }
        note(newComplaint);
        if (dialog() != null) fill(dialog());
    }
}
