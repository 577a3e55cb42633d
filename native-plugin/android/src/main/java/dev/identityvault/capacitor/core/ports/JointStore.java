package dev.identityvault.capacitor.core.ports;

/** Both in one transaction, where the platform has that. */
public interface JointStore {
    /** What one transaction reads; {@code null}: definitely not there. */
    record Stored(byte[] anchor, byte[] envelope) {}

    /** What one transaction writes. */
    record Commit(byte[] expected, byte[] anchor, byte[] envelope) {}

    /** Both as they were at one moment: read one by one, another commit may come between. */
    Stored read(String name);

    /** {@code false}: the anchor was not the expected one, and nothing is written. */
    boolean commit(String name, Commit commit);
}
