package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.security.keystore.KeyGenParameterSpec;

/** What Android has from API 28 on. Used only behind a look at the version. */
@TargetApi(28)
public final class Api28 {
    private Api28() {}

    public static void useStrongBox(KeyGenParameterSpec.Builder spec) {
        spec.setIsStrongBoxBacked(true);
    }
}
