package dev.identityvault.capacitor.core.state;

/**
 * The vault's lock as a pure function: what an event changes, and what is to be done about it.
 * FORMAT.md §13 to §15; {@code vectors/state-machine.json} has traces that every implementation
 * runs.
 */
public final class Reducer {
    private Reducer() {}

    /**
     * @param now the moment of the event
     */
    public static Step reduce(LockState state, StateEvent event, long now) {
        return Locking.judge(state, now).andThen(next -> event.applyTo(next, now));
    }
}
