package dev.identityvault.capacitor.lifecycle;

import android.os.SystemClock;

import dev.identityvault.capacitor.core.ports.Clock;

/**
 * Since the device was started, sleep included; nobody can set it. After a restart it shows less
 * time than has passed, so a delay can only become longer. FORMAT.md §11.2.
 */
public final class BootClock implements Clock {
    @Override
    public long now() {
        return SystemClock.elapsedRealtime();
    }
}
