package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;

/** What Android has from API 35 on. Used only behind a look at the version. */
@TargetApi(35)
public final class Api35 {
    private Api35() {}

    /** Without the list, newer KeyMint refuses the SHA-1 that older ones insist on. */
    public static void allowMgf1Digests(KeyGenParameterSpec.Builder spec) {
        spec.setMgf1Digests(KeyProperties.DIGEST_SHA1, KeyProperties.DIGEST_SHA256);
    }
}
