package dev.identityvault.capacitor.vaults;

/**
 * A value under its key.
 *
 * @param json {@code null}, of a change: it is removed
 */
public record Entry(String key, String json) {
    /** A value may be in it. */
    @Override
    public String toString() {
        return "Entry";
    }
}
