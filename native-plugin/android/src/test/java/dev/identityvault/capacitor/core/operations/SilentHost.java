package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Authenticator;
import dev.identityvault.capacitor.core.ports.CoreHost;

/** Shows nothing. */
final class SilentHost implements CoreHost {
    @Override
    public Authenticator authenticator() {
        return submit -> Answer.of(false);
    }

    @Override
    public void onUnlocked() {}

    @Override
    public void onLocked(boolean saved, boolean timeout) {}

    @Override
    public void onErased() {}

    @Override
    public void onIdle(long remaining) {}

    @Override
    public void onActive() {}

    @Override
    public void wakeIn(Long milliseconds, Runnable wake) {}

    @Override
    public void cover() {}

    @Override
    public void uncover() {}

    @Override
    public void uncoverWhenAcknowledged(long limit) {}
}
