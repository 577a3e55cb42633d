package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.Authenticator;
import dev.identityvault.capacitor.core.ports.CoreHost;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is told, and enters the passcodes that it is given. */
public class FakeHost implements CoreHost, Authenticator {
    /** What it was told, in order. */
    public final List<String> events = new CopyOnWriteArrayList<>();

    /** What was typed, as the core got it. */
    public final List<char[]> typed = new CopyOnWriteArrayList<>();

    private final Deque<String> passcodes = new ArrayDeque<>();

    public void willEnter(String passcode) {
        passcodes.add(passcode);
    }

    @Override
    public Authenticator authenticator() {
        return this;
    }

    /** Enters one after the other until one is right; then gives up. */
    @Override
    public Answer<Boolean> enterPasscode(Submit submit) {
        String next = passcodes.poll();
        events.add("asked");
        if (next == null) return Answer.of(false);
        char[] characters = next.toCharArray();
        typed.add(characters);
        return submit.passcode(characters)
                .then(
                        complaint -> {
                            if (complaint == null) return Answer.of(true);
                            events.add(complaint.code().name());
                            return enterPasscode(submit);
                        });
    }

    @Override
    public void onUnlocked() {
        events.add("unlocked");
    }

    @Override
    public void onLocked(boolean saved, boolean timeout) {
        events.add("locked saved=" + saved + " timeout=" + timeout);
    }

    @Override
    public void onErased() {
        events.add("erased");
    }

    @Override
    public void onIdle(long remaining) {
        events.add("idle " + remaining);
    }

    @Override
    public void onActive() {
        events.add("active");
    }

    @Override
    public void wakeIn(Long milliseconds, Runnable wake) {}

    @Override
    public void cover() {
        events.add("cover");
    }

    @Override
    public void uncover() {
        events.add("uncover");
    }

    @Override
    public void uncoverWhenAcknowledged(long limit) {
        events.add("uncoverWhenAcknowledged");
    }
}
