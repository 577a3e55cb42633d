package dev.identityvault.capacitor.passcode;

import android.content.res.Resources;

import dev.identityvault.capacitor.R;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.vaults.NewPasscode;
import dev.identityvault.capacitor.vaults.PasscodeComplaint;
import dev.identityvault.capacitor.vaults.PasscodeWeakness;

/** What a person reads in the built-in prompt. */
final class PasscodeWords {
    private static final int MINUTE = 60;

    private final Resources resources;

    PasscodeWords(Resources resources) {
        this.resources = resources;
    }

    /**
     * Says what is lost before the last two attempts, and not after them.
     *
     * @param wait milliseconds that are left
     */
    String of(PasscodeComplaint complaint, long wait) {
        String why = why(complaint, wait);
        String left = complaint.attemptsLeft() == null ? "" : left(complaint.attemptsLeft());
        return left.isEmpty() ? why : why + " " + left;
    }

    private String why(PasscodeComplaint complaint, long wait) {
        if (complaint.code() == CoreErrorCode.INVALID_PASSCODE)
            return resources.getString(
                    R.string.identity_vault_not_a_passcode,
                    FormatLimits.PASSCODE_MIN,
                    FormatLimits.PASSCODE_MAX);
        String wrong = resources.getString(R.string.identity_vault_wrong_passcode);
        boolean isWrong = complaint.code() == CoreErrorCode.AUTHENTICATION_FAILED;
        if (wait <= 0)
            return isWrong ? wrong : resources.getString(R.string.identity_vault_try_again);
        return isWrong ? wrong + " " + waiting(wait) : waiting(wait);
    }

    private String left(int attempts) {
        return switch (attempts) {
            case 1 -> resources.getString(R.string.identity_vault_last_attempt);
            case 2 -> resources.getString(R.string.identity_vault_second_last_attempt);
            default -> resources.getString(R.string.identity_vault_attempts_left, attempts);
        };
    }

    String of(NewPasscode.Fault fault) {
        return switch (fault) {
            case TOO_SHORT ->
                    resources.getString(
                            R.string.identity_vault_too_short, FormatLimits.PASSCODE_MIN);
            case TOO_LONG ->
                    resources.getString(
                            R.string.identity_vault_too_long, FormatLimits.PASSCODE_MAX);
            case CHARACTER -> resources.getString(R.string.identity_vault_character);
        };
    }

    String of(PasscodeWeakness weakness) {
        return resources.getString(
                switch (weakness) {
                    case REPETITION -> R.string.identity_vault_repetition;
                    case SEQUENCE -> R.string.identity_vault_sequence;
                    case COMMON -> R.string.identity_vault_common;
                });
    }

    /** Said before a new passcode is typed. */
    String rules() {
        return resources.getString(R.string.identity_vault_rules, FormatLimits.PASSCODE_MIN);
    }

    String differ() {
        return resources.getString(R.string.identity_vault_entries_differ);
    }

    /**
     * @param milliseconds more than none
     */
    String waiting(long milliseconds) {
        return resources.getString(R.string.identity_vault_too_early, time(milliseconds));
    }

    private String time(long milliseconds) {
        int seconds = (int) ((milliseconds + 999) / 1000);
        if (seconds < 2 * MINUTE)
            return resources.getQuantityString(R.plurals.identity_vault_seconds, seconds, seconds);
        int minutes = (seconds + MINUTE - 1) / MINUTE;
        return resources.getQuantityString(R.plurals.identity_vault_minutes, minutes, minutes);
    }
}
