package dev.identityvault.capacitor.core.state;

/**
 * What of the lock's state is configured. Times in milliseconds.
 *
 * @param lockAfter in the background; {@code null}: never, 0: at once
 * @param idleTimeout without anybody there; 0: off
 * @param sessionTimeout since the login or unlock; 0: off
 */
public record LockSettings(
        Long lockAfter, boolean hideScreen, long idleTimeout, long sessionTimeout) {

    public LockSettings(Long lockAfter, boolean hideScreen) {
        this(lockAfter, hideScreen, 0, 0);
    }
}
