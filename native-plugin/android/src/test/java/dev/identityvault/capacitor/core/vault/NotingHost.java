package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Authenticator;
import dev.identityvault.capacitor.core.ports.CoreHost;

/** Notes its calls in few words. */
abstract class NotingHost implements CoreHost {
    abstract void note(String call);

    @Override
    public Authenticator authenticator() {
        return submit -> Answer.of(false);
    }

    @Override
    public void onUnlocked() {
        note("unlocked");
    }

    @Override
    public void onLocked(boolean saved, boolean timeout) {
        note("locked " + saved + " " + timeout);
    }

    @Override
    public void onErased() {
        note("erased");
    }

    @Override
    public void onIdle(long remaining) {
        note("idle " + remaining);
    }

    @Override
    public void onActive() {
        note("active");
    }

    @Override
    public void cover() {
        note("cover");
    }

    @Override
    public void uncover() {
        note("uncover");
    }

    @Override
    public void uncoverWhenAcknowledged(long limit) {
        note("leave " + limit);
    }
}
