package dev.identityvault.capacitor.core.support.world;

/** Where random stories begin: always the same, unless {@code SEED} says otherwise. */
public final class Seed {
    private Seed() {}

    /** {@code SEED=random} takes another one each time; a failure tells which one it was. */
    public static long of(long usual) {
        String asked = System.getenv("SEED");
        if (asked == null || asked.isEmpty()) return usual;
        return asked.equals("random") ? System.nanoTime() : Long.parseLong(asked);
    }
}
