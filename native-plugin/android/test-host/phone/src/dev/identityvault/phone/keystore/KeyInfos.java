package dev.identityvault.phone.keystore;

import android.os.Build;
import android.security.keystore.KeyInfo;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.KeystoreEntry;
import org.robolectric.shadow.api.Shadow;
import org.robolectric.util.ReflectionHelpers;

/** What the key store says of a key. Its constructor is another one in each system. */
final class KeyInfos {
    private static final int SOFTWARE = 0;
    private static final int TRUSTED_ENVIRONMENT = 1;
    private static final int STRONG_BOX = 2;

    private KeyInfos() {}

    static KeyInfo of(KeystoreEntry entry) {
        KeyInfo info = Shadow.newInstanceOf(KeyInfo.class);
        ReflectionHelpers.setField(info, "mKeystoreAlias", entry.spec.getKeystoreAlias());
        ReflectionHelpers.setField(info, "mDigests", entry.spec.getDigests());
        boolean isInside = FakeDevice.current().hasSecureHardware;
        if (Build.VERSION.SDK_INT < 31) ReflectionHelpers.setField(info, "mInsideSecureHardware", isInside);
        else ReflectionHelpers.setField(info, "mSecurityLevel", isInside ? level(entry) : SOFTWARE);
        return info;
    }

    private static int level(KeystoreEntry entry) {
        return entry.isStrongBoxBacked() ? STRONG_BOX : TRUSTED_ENVIRONMENT;
    }
}
