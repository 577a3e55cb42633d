package dev.identityvault.capacitor.core.ports;

import dev.identityvault.capacitor.core.codec.Prf;

/** F of FORMAT.md §6.2. One evaluation is one operation on this device. */
public interface DeviceFunction extends DeviceKeys {
    /** Of the keys that are made from now on. */
    Prf prf();

    /**
     * @param prf what the slot asks for, which may be older than what is made now
     * @return the caller's, who wipes it
     * @throws CoreError {@code KEY_MISSING}, {@code DEVICE_FUNCTION_FAILED} (the key can't do this
     *     one, too), {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] evaluate(String name, byte[] input, Prf prf);
}
