package dev.identityvault.capacitor.core.ports;

/** Keeps operations on one vault apart, also those of other processes that share its storage. */
public interface Mutex {
    /**
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}: somebody keeps it for too long, and the
     *     task was not begun; else what the task throws
     */
    <T> T apart(String name, Task<T> task);
}
