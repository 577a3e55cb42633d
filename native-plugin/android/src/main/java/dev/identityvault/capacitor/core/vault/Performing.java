package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CoreHost;
import dev.identityvault.capacitor.core.state.StateEffect;

import java.util.Collections;
import java.util.List;

/** Performs what the lock decides: by who holds the keys, by the host, or by an answer. */
final class Performing implements StateEffect.Performer {
    private final CoreHost host;
    private final KeyKeeper keeper;
    private final Answers answers;
    private final Tell tell;

    Performing(CoreHost host, KeyKeeper keeper, Answers answers, Tell tell) {
        this.host = host;
        this.keeper = keeper;
        this.answers = answers;
        this.tell = tell;
    }

    /** Callers of an unlock are numbers. */
    static String leaseCaller(String id) {
        return "lease " + id;
    }

    @Override
    public void showPrompt() {
        keeper.showPrompt(tell);
    }

    @Override
    public void resolve(List<String> callers) {
        answers.resolve(callers);
    }

    @Override
    public void reject(List<String> callers, CoreErrorCode code) {
        answers.reject(callers, new CoreError(code, "the vault was not unlocked"));
    }

    @Override
    public void dropKey() {
        keeper.dropKey();
    }

    @Override
    public void dropOpened() {
        keeper.dropOpened();
    }

    @Override
    public void keepOpened() {
        keeper.keepOpened();
    }

    @Override
    public void markSlotDead() {
        keeper.markSlotDead(tell);
    }

    @Override
    public void erase() {
        keeper.erase();
    }

    @Override
    public void notifyUnlocked() {
        host.onUnlocked();
    }

    @Override
    public void notifyLocked(boolean saved, boolean timeout) {
        host.onLocked(saved, timeout);
    }

    @Override
    public void notifyErased() {
        host.onErased();
    }

    @Override
    public void notifyIdle(long remaining) {
        host.onIdle(remaining);
    }

    @Override
    public void notifyActive() {
        host.onActive();
    }

    @Override
    public void cover() {
        host.cover();
    }

    @Override
    public void uncover() {
        host.uncover();
    }

    @Override
    public void uncoverWhenAcknowledged(long limit) {
        host.uncoverWhenAcknowledged(limit);
    }

    @Override
    public void grantLease(String id) {
        answers.resolve(Collections.singletonList(leaseCaller(id)));
    }

    @Override
    public void denyLease(String id, CoreErrorCode code) {
        CoreError refusal = new CoreError(code, "the lease does not allow this");
        answers.reject(Collections.singletonList(leaseCaller(id)), refusal);
    }

    @Override
    public void writeWithLease(String id) {
        grantLease(id);
    }
}
