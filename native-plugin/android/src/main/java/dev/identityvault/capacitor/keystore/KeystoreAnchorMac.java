package dev.identityvault.capacitor.keystore;

import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

/** Authenticates anchors. Not in StrongBox: every operation on a vault begins with it. */
public final class KeystoreAnchorMac extends HmacKeys implements AnchorMac {
    public KeystoreAnchorMac(Keystore keystore) {
        super(keystore, false);
    }

    @Override
    public byte[] mac(String name, byte[] data) {
        try {
            return macOf(name, data);
        } catch (CoreError refusal) {
            if (refusal.code() != CoreErrorCode.DEVICE_FUNCTION_FAILED) throw refusal;
            CoreErrorCode code = CoreErrorCode.TEMPORARILY_UNAVAILABLE;
            throw new CoreError(code, "the anchor's key is of another kind", refusal);
        }
    }
}
