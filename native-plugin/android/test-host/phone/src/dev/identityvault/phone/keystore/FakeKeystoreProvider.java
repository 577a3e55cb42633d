package dev.identityvault.phone.keystore;

import java.security.Provider;
import java.security.Security;

/** In place of the provider that speaks to the phone's key store. It keeps to {@code KeyGenParameterSpec} as that one does. */
public final class FakeKeystoreProvider extends Provider {
    public static final String NAME = "AndroidKeyStore";

    private FakeKeystoreProvider() {
        super(NAME, "1", "keys of the fake phone");
        put("KeyStore." + NAME, FakeKeystore.class.getName());
        put("KeyPairGenerator.RSA", FakeKeyPairGenerator.class.getName());
        put("KeyGenerator.HmacSHA256", FakeKeyGenerator.class.getName());
        put("KeyFactory.RSA", FakeKeyFactory.class.getName());
        put("SecretKeyFactory.HmacSHA256", FakeSecretKeyFactory.class.getName());
        put("Mac.HmacSHA256", FakeMac.class.getName());
        put("Mac.HmacSHA256 SupportedKeyClasses", FakeSecretKey.class.getName());
        put("Cipher.RSA/ECB/OAEPPadding", FakeOaep.class.getName());
        put("Cipher.RSA/ECB/OAEPPadding SupportedKeyClasses", FakePrivateKey.class.getName());
    }

    /** First, so that it is found for the keys that are its own. */
    public static void install() {
        Security.removeProvider(NAME);
        Security.insertProviderAt(new FakeKeystoreProvider(), 1);
    }
}
