package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.identityvault.capacitor.bridge.support.TestPage;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.util.EnumSet;
import java.util.Set;

/** The tables of BRIDGE.md §6. */
final class RejectionTest {
    private static final Set<CoreErrorCode> SEEN = EnumSet.noneOf(CoreErrorCode.class);

    @ParameterizedTest
    @CsvSource({
        "CORRUPT,Corrupt",
        "SCOPE_MISMATCH,Corrupt",
        "UNSUPPORTED_FORMAT,UnsupportedFormat",
        "SLOT_NOT_FOUND,KeyNotFound",
        "NOT_FOUND,KeyNotFound",
        "KEY_MISSING,KeyNotFound",
        "DEVICE_FUNCTION_FAILED,KeyNotFound",
        "INVALID_PASSCODE,InvalidArguments",
        "INVALID_ARGUMENT,InvalidArguments",
        "AUTHENTICATION_FAILED,AuthFailed",
        "ROLLED_BACK,RolledBack",
        "KEY_INVALIDATED,InvalidatedCredential",
        "TEMPORARILY_UNAVAILABLE,VaultUnavailable",
        "ATTEMPT_DELAYED,AttemptDelayed",
        "TOO_MANY_ATTEMPTS,TooManyFailedAttempts",
        "USER_CANCELED,UserCanceledInteraction",
        "LOCKED_OUT,AndroidBiometricsLockedOut",
        "LOCKED,VaultLocked",
        "CONFLICT,Conflict",
        "POLICY_NOT_MET,PolicyNotMet",
        "LIMIT_EXCEEDED,LimitExceeded",
    })
    void tellsEveryErrorOfTheCore(CoreErrorCode code, String told) {
        SEEN.add(code);
        Rejection rejection = Rejection.of(new CoreError(code, "canary"));
        assertEquals(told, rejection.code());
        assertEquals(code.name(), rejection.data("1.1", 3).optString("reason"));
        if (SEEN.size() == CoreErrorCode.values().length)
            assertEquals(EnumSet.allOf(CoreErrorCode.class), SEEN);
    }

    @Test
    void saysWhetherItWasTheKeyStore() {
        assertEquals("AndroidUnexpectedKeystoreError", codeOf(new ProviderException("x")));
        Throwable deep = new RuntimeException(new InvalidKeyException("x"));
        assertEquals("AndroidUnexpectedKeystoreError", codeOf(deep));
        assertEquals("VaultUnavailable", codeOf(new IOException("x")));
        CoreErrorCode other = CoreErrorCode.AUTHENTICATION_FAILED;
        CoreError refusal = new CoreError(other, "x", new InvalidKeyException("x"));
        assertEquals("AuthFailed", Rejection.of(refusal).code());
    }

    private static String codeOf(Throwable cause) {
        CoreErrorCode code = CoreErrorCode.TEMPORARILY_UNAVAILABLE;
        return Rejection.of(new CoreError(code, "x", cause)).code();
    }

    @Test
    void saysHowLongToWaitAndNothingOfWhatIsUnforeseen() {
        Rejection delayed = Rejection.of(CoreError.delayed("x", 4321));
        assertEquals(
                TestPage.json("{id:'1.1',events:3,reason:'ATTEMPT_DELAYED',retryAfter:4321}")
                        .toString(),
                delayed.data("1.1", 3).toString());
        Rejection unforeseen = Rejection.of(new IllegalStateException("canary"));
        assertEquals("Unknown", unforeseen.code());
        assertEquals("{\"events\":3}", unforeseen.data(null, 3).toString());
    }
}
