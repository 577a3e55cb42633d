package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.VaultListener;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of a process, by number, and who waits for them. BRIDGE.md §5. */
final class EventLog {
    private static final int MOST_KEPT = 256;
    private static final int MOST_WAITING = 8;
    private static final int MOST_AT_ONCE = 64;

    private record Poll(long after, Answer<List<VaultEvent>> answer) {}

    private final Deque<VaultEvent> kept = new ArrayDeque<>();
    private final Map<Long, Answer<Void>> reactions = new HashMap<>();
    private Deque<Poll> polls = new ArrayDeque<>();
    private long last;

    /** The number of the last event; 0: there was none. */
    synchronized long last() {
        return last;
    }

    /** What happens to this vault is told. */
    VaultListener listenerOf(String vault) {
        return new VaultListener() {
            @Override
            public Answer<Void> onLock(boolean saved, boolean timeout) {
                return add(number -> new VaultEvent(number, vault, "locked", saved, timeout));
            }

            @Override
            public Answer<Void> onUnlock() {
                return add(number -> new VaultEvent(number, vault, "unlocked", null, null));
            }

            @Override
            public Answer<Void> onConfig() {
                return add(number -> new VaultEvent(number, vault, "configured", null, null));
            }

            @Override
            public Answer<Void> onIdle(long remaining) {
                return add(number -> new VaultEvent(number, vault, "idle", null, null, remaining));
            }

            @Override
            public Answer<Void> onActive() {
                return add(number -> new VaultEvent(number, vault, "active", null, null));
            }
        };
    }

    /** Waits for events with numbers above this one, however long. */
    Answer<List<VaultEvent>> after(long number) {
        Answer<List<VaultEvent>> answer = new Answer<>();
        Poll tooMany = null;
        synchronized (this) {
            List<VaultEvent> later = new ArrayList<>();
            for (VaultEvent event : kept)
                if (event.number() > number && later.size() < MOST_AT_ONCE) later.add(event);
            if (!later.isEmpty()) return Answer.of(later);
            polls.add(new Poll(number, answer));
            if (polls.size() > MOST_WAITING) tooMany = polls.remove();
        }
        if (tooMany != null) tooMany.answer().reject(BridgeRefusal.conflict());
        return answer;
    }

    /** The app has reacted to it. A number that is repeated or not known is ignored. */
    void acknowledge(long number) {
        Answer<Void> reaction;
        synchronized (this) {
            reaction = reactions.remove(number);
        }
        if (reaction != null) reaction.resolve(null);
    }

    private interface Numbered {
        VaultEvent event(long number);
    }

    private Answer<Void> add(Numbered numbered) {
        Answer<Void> reaction = new Answer<>();
        List<Poll> told = new ArrayList<>();
        VaultEvent event;
        synchronized (this) {
            last += 1;
            event = numbered.event(last);
            kept.add(event);
            reactions.put(last, reaction);
            if (kept.size() > MOST_KEPT) reactions.remove(kept.remove().number());
            Deque<Poll> stillWaiting = new ArrayDeque<>();
            for (Poll poll : polls) (poll.after() < last ? told : stillWaiting).add(poll);
            polls = stillWaiting;
        }
        List<VaultEvent> one = new ArrayList<>();
        one.add(event);
        for (Poll poll : told) poll.answer().resolve(one);
        return reaction;
    }
}
