package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.vaults.VaultErrorCode;
import dev.identityvault.capacitor.vaults.VaultRefusal;

import org.json.JSONObject;

import java.security.GeneralSecurityException;
import java.security.ProviderException;

/** Whatever a call failed with, as JavaScript is told. BRIDGE.md §6. */
final class Rejection {
    private final String code;
    private final String reason;
    private final Long retryAfter;

    private Rejection(String code, String reason, Long retryAfter) {
        this.code = code;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    static Rejection of(Throwable failure) {
        if (failure instanceof BridgeRefusal refusal)
            return new Rejection(refusal.code(), null, null);
        if (failure instanceof VaultRefusal refusal)
            return new Rejection(refusal.code().jsName(), refusal.reason(), null);
        if (failure instanceof CoreError refusal) return ofCore(refusal);
        return new Rejection(VaultErrorCode.UNKNOWN.jsName(), null, null);
    }

    private static Rejection ofCore(CoreError refusal) {
        boolean isDelay = refusal.code() == CoreErrorCode.ATTEMPT_DELAYED;
        VaultErrorCode code =
                isOfKeystore(refusal)
                        ? VaultErrorCode.ANDROID_UNEXPECTED_KEYSTORE_ERROR
                        : VaultErrorCode.of(refusal.code());
        Long retryAfter = isDelay ? (Long) refusal.retryAfter() : null;
        return new Rejection(code.jsName(), refusal.code().name(), retryAfter);
    }

    private static boolean isOfKeystore(CoreError refusal) {
        if (refusal.code() != CoreErrorCode.TEMPORARILY_UNAVAILABLE) return false;
        for (Throwable each = refusal.getCause(); each != null; each = each.getCause())
            if (each instanceof GeneralSecurityException || each instanceof ProviderException)
                return true;
        return false;
    }

    String code() {
        return code;
    }

    /**
     * @param id of the call; {@code null}: none was readable
     */
    JSONObject data(String id, long events) {
        return new Json()
                .with("id", id)
                .with("events", events)
                .with("reason", reason)
                .with("retryAfter", retryAfter)
                .object();
    }
}
