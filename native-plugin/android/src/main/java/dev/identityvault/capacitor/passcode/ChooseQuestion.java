package dev.identityvault.capacitor.passcode;

import dev.identityvault.capacitor.R;
import dev.identityvault.capacitor.lifecycle.MainThread;
import dev.identityvault.capacitor.lifecycle.Stage;
import dev.identityvault.capacitor.vaults.NewPasscode;
import dev.identityvault.capacitor.vaults.PasscodePrompt;
import dev.identityvault.capacitor.vaults.PasscodeWeakness;

import java.util.Arrays;

/** Asks for a new passcode, and once more for the same. */
final class ChooseQuestion extends Question<char[]> {
    private final PasscodePrompt.Check check;

    /** {@code null}: it is asked for the first time. */
    private char[] first;

    ChooseQuestion(Stage stage, MainThread main, PasscodePrompt.Check check) {
        super(stage, main);
        this.check = check;
    }

    @Override
    void fill(PasscodeDialog shown) {
        boolean isFirst = first == null;
        shown.ask(
                R.string.identity_vault_choose_passcode,
                isFirst
                        ? R.string.identity_vault_new_passcode
                        : R.string.identity_vault_repeat_passcode);
        shown.rule(isFirst ? words().rules() : null);
    }

    @Override
    int done() {
        return R.string.identity_vault_save;
    }

    @Override
    char[] none() {
        forgetFirst();
        return null;
    }

    @Override
    public void onEntered(char[] typed) {
        if (first == null) begin(typed);
        else repeat(typed);
        if (dialog() != null) fill(dialog());
    }

    private void begin(char[] typed) {
        String complaint = complaintOf(typed);
        dialog().complain(complaint);
        if (complaint == null) first = typed;
        else Arrays.fill(typed, '\0');
    }

    /** {@code null}: there is none. */
    private String complaintOf(char[] typed) {
        NewPasscode.Fault fault = check.faultOf(typed);
        if (fault != null) return words().of(fault);
        PasscodeWeakness weakness = PasscodeWeakness.of(typed);
        return weakness == null ? null : words().of(weakness);
    }

    private void repeat(char[] typed) {
        boolean isSame = Arrays.equals(first, typed);
        forgetFirst();
        if (isSame) {
            resolve(typed);
            return;
        }
        Arrays.fill(typed, '\0');
        dialog().complain(words().differ());
    }

    private void forgetFirst() {
        if (first != null) Arrays.fill(first, '\0');
        first = null;
    }
}
