package dev.identityvault.capacitor.core.ports;

/** What is done, and what comes of it. */
public interface Task<T> {
    /**
     * @throws CoreError as whoever asks for it says
     */
    T run();
}
