package dev.identityvault.capacitor.biometrics;

import androidx.annotation.NonNull;
import androidx.biometric.BiometricPrompt;
import androidx.fragment.app.FragmentActivity;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.keystore.GuardedDecryption;
import dev.identityvault.capacitor.keystore.KeystoreFailure;
import dev.identityvault.capacitor.lifecycle.MainThread;
import dev.identityvault.capacitor.lifecycle.Stage;
import dev.identityvault.capacitor.vaults.Turns;

import java.util.concurrent.Executor;

import javax.crypto.Cipher;

/**
 * The system's prompt, in the activity of the app's page, and always for one operation of a key:
 * that a person was recognised is shown by what was decrypted, and by nothing else.
 */
public final class PromptedDecryption implements GuardedDecryption {
    /** What it works with; the turns are those of every prompt of the process. */
    public record Parts(
            Stage stage, MainThread main, Turns turns, Executor executor, Lockout lockout) {}

    /** Milliseconds in which the library tells that a prompt was ended. */
    private static final long DISMISSAL = 1000;

    private final Parts parts;

    public PromptedDecryption(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Answer<byte[]> decrypt(Request request, Begin begin) {
        return parts.turns().run(() -> begun(request, begin));
    }

    /** Key stores are slow, and it may be the turn of the main thread. */
    private Answer<byte[]> begun(Request request, Begin begin) {
        Answer<byte[]> answer = new Answer<>();
        parts.executor()
                .execute(
                        () -> {
                            try {
                                ask(new Asking(request, begin.cipher(), answer));
                            } catch (Throwable failure) {
                                answer.reject(failure);
                            }
                        });
        return answer;
    }

    private void ask(Asking asking) {
        asking.request.context().shown(asking::dismiss);
        parts.stage().add(asking);
        parts.stage().show(asking);
        asking.answer.whenSettled(
                new Answer.Listener<>() {
                    @Override
                    public void onValue(byte[] secret) {
                        asking.leave();
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        asking.leave();
                    }
                });
    }

    /** One prompt, which outlives an activity that is made anew. */
    private final class Asking extends BiometricPrompt.AuthenticationCallback
            implements Stage.Show, Stage.Guest {
        private final Request request;
        private final Cipher cipher;
        private final Answer<byte[]> answer;

        /** On the main thread; {@code null}: it is not shown yet. */
        private FragmentActivity shownIn;

        private volatile boolean isOver;

        Asking(Request request, Cipher cipher, Answer<byte[]> answer) {
            this.request = request;
            this.cipher = cipher;
            this.answer = answer;
        }

        @Override
        public void in(FragmentActivity activity) {
            if (isOver) return;
            shownIn = activity;
            try {
                // The former prompt's removal may still wait, and would take this one with it.
                activity.getSupportFragmentManager().executePendingTransactions();
                new BiometricPrompt(activity, parts.executor(), this)
                        .authenticate(
                                PromptWords.of(request, activity),
                                new BiometricPrompt.CryptoObject(cipher));
            } catch (RuntimeException failure) {
                answer.reject(failed(CoreErrorCode.POLICY_NOT_MET, failure));
            }
        }

        /** Ends it as if the person had given up. On any thread. */
        void dismiss() {
            parts.main()
                    .run(
                            () -> {
                                if (shownIn == null) nowhere();
                                else end(shownIn);
                            });
        }

        private void end(FragmentActivity activity) {
            if (!activity.isDestroyed())
                new BiometricPrompt(activity, parts.executor(), this).cancelAuthentication();
            parts.main().after(DISMISSAL, this::nowhere);
        }

        void leave() {
            isOver = true;
            request.context().shown(() -> {});
            parts.stage().remove(this);
        }

        /** Where nobody can see it, the system would cancel it, too. */
        @Override
        public void nowhere() {
            answer.reject(failed(CoreErrorCode.USER_CANCELED, null));
        }

        @Override
        public void onAuthenticationSucceeded(
                @NonNull BiometricPrompt.AuthenticationResult result) {
            parts.lockout().succeeded();
            try {
                give(opened(result.getCryptoObject()));
            } catch (Exception failure) {
                answer.reject(KeystoreFailure.of(failure));
            }
        }

        /** Where the prompt was ended meanwhile, nobody takes it: it is not left behind. */
        private void give(byte[] secret) {
            answer.resolve(secret);
            answer.whenSettled(
                    new Answer.Listener<>() {
                        @Override
                        public void onValue(byte[] given) {
                            if (given != secret) Bytes.erase(secret);
                        }

                        @Override
                        public void onFailure(Throwable ended) {
                            Bytes.erase(secret);
                        }
                    });
        }

        /** Success alone opens nothing: only the key store knows whether it was one. */
        private byte[] opened(BiometricPrompt.CryptoObject released) throws Exception {
            Cipher allowed = released == null ? cipher : released.getCipher();
            return (allowed == null ? cipher : allowed).doFinal(request.enc());
        }

        @Override
        public void onAuthenticationError(int error, @NonNull CharSequence text) {
            parts.lockout().ended(error);
            boolean offersOther = request.context().offersDeviceCredential();
            answer.reject(failed(PromptError.codeOf(error, offersOther), null));
        }

        @Override
        public void onStarted(FragmentActivity activity) {
            // The library shows it again in the activity that was made anew.
            boolean isAnew = shownIn != null && shownIn != activity && shownIn.isDestroyed();
            if (isAnew) shownIn = activity;
        }

        /** Its prompt is gone with it, and may not say so. */
        @Override
        public void onDestroyed(FragmentActivity activity) {
            if (shownIn == activity && !activity.isChangingConfigurations())
                answer.reject(failed(CoreErrorCode.USER_CANCELED, null));
        }

        private CoreError failed(CoreErrorCode code, Exception cause) {
            return new CoreError(code, "the system's prompt gave no secret", cause);
        }
    }
}
