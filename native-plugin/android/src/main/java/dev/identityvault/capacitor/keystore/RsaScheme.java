package dev.identityvault.capacitor.keystore;

import android.security.keystore.KeyProperties;

import dev.identityvault.capacitor.core.codec.Kem;

import java.security.spec.MGF1ParameterSpec;

import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * How a slot's secret is encrypted: OAEP with MGF1-SHA-1 and an empty label. FORMAT.md §2, §18.2.
 */
enum RsaScheme {
    SHA256(Kem.RSA_OAEP_SHA256, KeyProperties.DIGEST_SHA256),
    /** For key stores that can't do the other one. */
    SHA1(Kem.RSA_OAEP_SHA1, KeyProperties.DIGEST_SHA1);

    /** What it is follows from the parameters, which are always given. */
    static final String TRANSFORMATION = "RSA/ECB/OAEPPadding";

    private final Kem kem;
    private final String digest;

    RsaScheme(Kem kem, String digest) {
        this.kem = kem;
        this.digest = digest;
    }

    Kem kem() {
        return kem;
    }

    /** What the key may be used with: also SHA-1 for MGF1. */
    String[] digests() {
        return this == SHA1
                ? new String[] {digest}
                : new String[] {digest, KeyProperties.DIGEST_SHA1};
    }

    OAEPParameterSpec parameters() {
        return new OAEPParameterSpec(
                digest, "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);
    }

    /** What a key was made for. */
    static RsaScheme ofDigests(String[] digests) {
        for (String each : digests) if (SHA256.digest.equals(each)) return SHA256;
        return SHA1;
    }
}
