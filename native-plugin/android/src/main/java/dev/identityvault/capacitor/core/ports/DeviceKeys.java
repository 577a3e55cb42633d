package dev.identityvault.capacitor.core.ports;

/** Keys of this device, by name. FORMAT.md §17 has the names. */
public interface DeviceKeys {
    void create(String name);

    /**
     * {@code false} only when it is definitely not there.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    boolean exists(String name);

    /** Succeeds when there is none. */
    void destroy(String name);
}
