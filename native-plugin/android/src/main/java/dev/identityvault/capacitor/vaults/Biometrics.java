package dev.identityvault.capacitor.vaults;

/** Whether people can be recognised here, in a way that releases a key. */
public interface Biometrics {
    /** There is hardware for it. */
    boolean isSupported();

    /** It is set up, and a key can be made. */
    boolean isAvailable();

    /** There is a screen lock, and the system has keys that it releases. */
    boolean hasDeviceCredentialKeys();
}
