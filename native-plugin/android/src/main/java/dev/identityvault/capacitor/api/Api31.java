package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.security.keystore.KeyInfo;
import android.security.keystore.KeyProperties;

/** What Android has from API 31 on. Used only behind a look at the version. */
@TargetApi(31)
public final class Api31 {
    private Api31() {}

    /** {@code null}: the system does not say. */
    public static Boolean isHardwareBacked(KeyInfo info) {
        return switch (info.getSecurityLevel()) {
            case KeyProperties.SECURITY_LEVEL_TRUSTED_ENVIRONMENT,
                    KeyProperties.SECURITY_LEVEL_STRONGBOX,
                    KeyProperties.SECURITY_LEVEL_UNKNOWN_SECURE ->
                    true;
            case KeyProperties.SECURITY_LEVEL_SOFTWARE -> false;
            default -> null;
        };
    }
}
