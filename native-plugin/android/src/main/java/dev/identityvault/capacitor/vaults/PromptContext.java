package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

/**
 * What the system's prompts of one vault have to know of it, and what they found. Seen from more
 * than one thread.
 */
public final class PromptContext {
    private volatile PromptTexts texts = PromptTexts.DEFAULT;
    private volatile boolean offersDeviceCredential;
    private volatile CoreError keystoreFailure;
    private volatile Runnable dismissal = () -> {};

    /** Of a prompt that belongs to no vault. */
    public static PromptContext of(PromptTexts texts) {
        PromptContext context = new PromptContext();
        context.texts(texts);
        return context;
    }

    public PromptTexts texts() {
        return texts;
    }

    void texts(PromptTexts newTexts) {
        texts = newTexts;
    }

    /** Whoever does not want the biometric prompt is asked for the screen lock next. */
    public boolean offersDeviceCredential() {
        return offersDeviceCredential;
    }

    /** An unlock begins. */
    void begin(boolean offersOther) {
        offersDeviceCredential = offersOther;
        keystoreFailure = null;
    }

    /**
     * A prompt of the system is shown.
     *
     * @param dismiss ends it as if the person had given up; never waits
     */
    public void shown(Runnable dismiss) {
        dismissal = dismiss;
    }

    /** It would open nothing any more. */
    void dismiss() {
        dismissal.run();
    }

    /** The lock keeps only the code of a prompt that failed. */
    public void failed(CoreError failure) {
        keystoreFailure = failure;
    }

    /** The same, with what the key store failed with, if that was it. */
    Throwable explained(Throwable failure) {
        CoreError seen = keystoreFailure;
        boolean isThis =
                seen != null
                        && failure instanceof CoreError refusal
                        && refusal.code() == CoreErrorCode.TEMPORARILY_UNAVAILABLE
                        && seen.code() == CoreErrorCode.TEMPORARILY_UNAVAILABLE;
        return isThis ? seen : failure;
    }
}
