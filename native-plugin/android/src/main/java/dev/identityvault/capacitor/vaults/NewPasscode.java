package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.Passcode;

import java.nio.CharBuffer;
import java.text.Normalizer;

/** What a passcode that is being set must be. FORMAT.md §7. */
public final class NewPasscode {
    /** Why it can't be one. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        CHARACTER
    }

    private NewPasscode() {}

    /** {@code null}: it can be one. */
    public static Fault faultOf(char[] typed) {
        try {
            Bytes.erase(normalised(typed));
            return null;
        } catch (CoreError refusal) {
            if (refusal.code() != CoreErrorCode.INVALID_PASSCODE) throw refusal;
            int length = lengthOf(typed);
            if (length < FormatLimits.PASSCODE_MIN) return Fault.TOO_SHORT;
            return length > FormatLimits.PASSCODE_MAX ? Fault.TOO_LONG : Fault.CHARACTER;
        }
    }

    /** As it is measured: normalised. */
    private static int lengthOf(char[] typed) {
        // What is ASCII stays as it is, and becomes no text, which could not be wiped.
        if (PasscodeWeakness.isAscii(typed)) return typed.length;
        String text = Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFKC);
        return text.codePointCount(0, text.length());
    }

    /**
     * @param typed the caller's, who wipes it
     * @return the caller's, who wipes it
     * @throws VaultRefusal {@code PolicyNotMet}
     */
    static byte[] bytesOf(char[] typed) {
        if (faultOf(typed) != null) throw VaultRefusal.passcodeNotAllowed();
        return normalised(typed);
    }

    private static byte[] normalised(char[] typed) {
        return Passcode.normaliseNew(typed, FormatLimits.PASSCODE_MIN);
    }
}
