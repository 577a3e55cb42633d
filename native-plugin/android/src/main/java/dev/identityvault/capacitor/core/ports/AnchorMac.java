package dev.identityvault.capacitor.core.ports;

/** HMAC-SHA-256 with a key of this device: authenticates the anchor. */
public interface AnchorMac extends DeviceKeys {
    /**
     * @throws CoreError {@code KEY_MISSING}: only when it is definitely not there; {@code
     *     TEMPORARILY_UNAVAILABLE}
     */
    byte[] mac(String name, byte[] data);
}
