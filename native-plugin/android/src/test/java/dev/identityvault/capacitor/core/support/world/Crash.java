package dev.identityvault.capacitor.core.support.world;

/** The process was killed here. */
public final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("dead");
    }
}
