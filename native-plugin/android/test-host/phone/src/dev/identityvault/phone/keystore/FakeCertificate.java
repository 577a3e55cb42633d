package dev.identityvault.phone.keystore;

import java.security.PublicKey;
import java.security.cert.Certificate;

/** The certificate that the key store makes for a key. */
final class FakeCertificate extends Certificate {
    private final PublicKey key;

    FakeCertificate(PublicKey key) {
        super("X.509");
        this.key = key;
    }

    @Override
    public byte[] getEncoded() {
        return new byte[0];
    }

    @Override
    public void verify(PublicKey key) {}

    @Override
    public void verify(PublicKey key, String provider) {}

    @Override
    public String toString() {
        return "a certificate of the fake phone";
    }

    @Override
    public PublicKey getPublicKey() {
        return key;
    }
}
