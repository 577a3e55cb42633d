package dev.identityvault.capacitor.keystore;

import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.DeviceFunction;

/** prf 1 of FORMAT.md §6.2. One guess of a passcode is one operation of the key store. */
public final class KeystoreDeviceFunction extends HmacKeys implements DeviceFunction {
    /**
     * @param hasStrongBox slower, and harder to open
     */
    public KeystoreDeviceFunction(Keystore keystore, boolean hasStrongBox) {
        super(keystore, hasStrongBox);
    }

    @Override
    public Prf prf() {
        return Prf.HMAC;
    }

    @Override
    public byte[] evaluate(String name, byte[] input, Prf prf) {
        if (prf != Prf.HMAC)
            throw new CoreError(
                    CoreErrorCode.DEVICE_FUNCTION_FAILED, "Android has no such function");
        return macOf(name, input);
    }
}
