package dev.identityvault.capacitor.core.ports;

/** Anchors by name. Every write is durable and atomic when it returns. */
public interface AnchorStore {
    /**
     * {@code null} only when there is definitely nothing.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] read(String name);

    /**
     * Writes if what is stored equals {@code expected}; else {@code false}, and nothing is written.
     *
     * @param expected {@code null}: nothing is stored
     */
    boolean replace(String name, byte[] expected, byte[] next);

    /** Removes whatever there is. */
    void remove(String name);
}
