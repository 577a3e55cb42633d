package dev.identityvault.phone.device;

import java.util.Locale;

/** A prompt of the system, and how it ends. */
public final class SystemPrompt {
    /** What the app hears. Codes are those of {@code BiometricPrompt}. */
    public interface Listener {
        void succeeded();

        void failed();

        void ended(int code, String text);
    }

    private static final int CANCELED = 5;
    private static final int LOCKOUT = 7;
    private static final int LOCKOUT_PERMANENT = 9;
    private static final int USER_CANCELED = 10;
    private static final int NO_BIOMETRICS = 11;
    private static final int HW_NOT_PRESENT = 12;
    private static final int NEGATIVE_BUTTON = 13;
    private static final int NO_DEVICE_CREDENTIAL = 14;

    private final FakeDevice device = FakeDevice.current();
    private final String kind;
    private final String text;
    private final Runnable authorise;
    private final Listener listener;
    private boolean isOver;

    /**
     * @param kind {@code biometric} or {@code passcode}
     * @param authorise allows one use of the key that waits for it
     */
    public SystemPrompt(String kind, String text, Runnable authorise, Listener listener) {
        this.kind = kind;
        this.text = text;
        this.authorise = authorise;
        this.listener = listener;
    }

    String kind() {
        return kind;
    }

    String text() {
        return text;
    }

    /** Where nobody can be recognised, or the phone is locked out, nothing is shown. */
    public void show() {
        if (!isBiometric()) showUnless(!device.isScreenLockSet, NO_DEVICE_CREDENTIAL);
        else if (!device.hasSensor()) end(HW_NOT_PRESENT, "No sensor.");
        else if (device.enrolment == 0) end(NO_BIOMETRICS, "Nobody is enrolled.");
        else showUnless(device.isLockedOut(), lockoutCode());
    }

    private void showUnless(boolean isImpossible, int code) {
        if (isImpossible) end(code, "Not possible.");
        else device.person.ask(this);
    }

    /** By the app. */
    public void cancel() {
        end(CANCELED, "Canceled.");
    }

    void take(String answer) {
        switch (answer) {
            case "match" -> succeed(authorise);
            // Malware with hooks calls the callback; the key knows nothing of it.
            case "forge" -> succeed(() -> {});
            case "mismatch" -> mismatch();
            case "cancel" -> end(USER_CANCELED, "Canceled by user.");
            case "fallback" -> end(isBiometric() ? NEGATIVE_BUTTON : USER_CANCELED, "Negative button.");
            case "systemCancel", "appCancel", "screenLock" -> end(CANCELED, "Canceled.");
            case "timeout" -> end(3, "Timed out.");
            case "unable" -> end(2, "Unable to process.");
            case "noSpace" -> end(4, "No space.");
            case "vendor" -> end(8, "Vendor.");
            default -> throw new IllegalArgumentException("nobody can do " + answer.toLowerCase(Locale.ROOT));
        }
    }

    private boolean isBiometric() {
        return kind.equals("biometric");
    }

    private void succeed(Runnable before) {
        if (!close()) return;
        device.mismatches = 0;
        before.run();
        listener.succeeded();
    }

    private void mismatch() {
        device.mismatches += 1;
        listener.failed();
        if (device.isLockedOut()) end(lockoutCode(), "Too many attempts.");
    }

    private int lockoutCode() {
        return device.isLockedOutForGood ? LOCKOUT_PERMANENT : LOCKOUT;
    }

    private void end(int code, String message) {
        if (close()) listener.ended(code, message);
    }

    private boolean close() {
        if (isOver) return false;
        isOver = true;
        device.person.forget(this);
        return true;
    }
}
