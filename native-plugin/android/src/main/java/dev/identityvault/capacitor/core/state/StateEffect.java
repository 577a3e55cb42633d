package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.util.List;

/** What is to be done about an event. FORMAT.md §15. */
public sealed interface StateEffect {
    /** Does it. */
    void performBy(Performer performer);

    /** Who can do all of it. */
    interface Performer {
        void showPrompt();

        void resolve(List<String> callers);

        void reject(List<String> callers, CoreErrorCode code);

        void dropKey();

        void dropOpened();

        void keepOpened();

        void markSlotDead();

        void erase();

        void notifyUnlocked();

        void notifyLocked(boolean saved, boolean timeout);

        void notifyErased();

        void notifyIdle(long remaining);

        void notifyActive();

        void cover();

        void uncover();

        void uncoverWhenAcknowledged(long limit);

        void grantLease(String id);

        void denyLease(String id, CoreErrorCode code);

        void writeWithLease(String id);
    }

    /** Of the vault's slots, to unlock. */
    record ShowPrompt() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.showPrompt();
        }
    }

    /** They get what they asked for. */
    record Resolve(List<String> callers) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.resolve(callers);
        }
    }

    /** They are told why not. */
    record Reject(List<String> callers, CoreErrorCode code) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.reject(callers, code);
        }
    }

    /** Forget the data key, or the values of a vault in memory. */
    record DropKey() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.dropKey();
        }
    }

    /** Forget what was opened too late; an open lease keeps its key. */
    record DropOpened() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.dropOpened();
        }
    }

    /** What was opened was in time: from now on it is what is held. */
    record KeepOpened() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.keepOpened();
        }
    }

    /** The slot whose key the system turned out to have destroyed. */
    record MarkSlotDead() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.markSlotDead();
        }
    }

    /** What is stored. */
    record Erase() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.erase();
        }
    }

    /** Tell the app. */
    record NotifyUnlocked() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.notifyUnlocked();
        }
    }

    /** Tell the app. */
    record NotifyLocked(boolean saved, boolean timeout) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.notifyLocked(saved, timeout);
        }
    }

    /** Tell the app. */
    record NotifyErased() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.notifyErased();
        }
    }

    /** The idle lock comes in so many milliseconds. */
    record NotifyIdle(long remaining) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.notifyIdle(remaining);
        }
    }

    /** Somebody is there after all. */
    record NotifyActive() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.notifyActive();
        }
    }

    /** The screen. */
    record Cover() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.cover();
        }
    }

    /** The screen. */
    record Uncover() implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.uncover();
        }
    }

    /** The app gets the chance to leave the page before anyone sees it. */
    record UncoverWhenAcknowledged(long limit) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.uncoverWhenAcknowledged(limit);
        }
    }

    /** It was asked for, and is given. */
    record GrantLease(String id) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.grantLease(id);
        }
    }

    /** Why it is not given, or does not allow this write. */
    record DenyLease(String id, CoreErrorCode code) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.denyLease(id, code);
        }
    }

    /** It allows this write. */
    record WriteWithLease(String id) implements StateEffect {
        @Override
        public void performBy(Performer performer) {
            performer.writeWithLease(id);
        }
    }
}
