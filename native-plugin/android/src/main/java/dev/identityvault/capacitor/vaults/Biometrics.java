package dev.identityvault.capacitor.vaults;

/** Whether people can be recognised here, in a way that releases a key. */
public interface Biometrics {
    /** There is hardware for it. */
    boolean isSupported();

    /** It is set up, and a key can be made. */
    boolean isAvailable();

    /** The device has a screen lock. */
    boolean hasScreenLock();

    /** The system has keys that the screen lock releases. */
    boolean hasDeviceCredentialKeys();
}
