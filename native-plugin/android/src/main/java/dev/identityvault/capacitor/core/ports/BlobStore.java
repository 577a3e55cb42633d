package dev.identityvault.capacitor.core.ports;

/** Envelopes by name. Every write is durable and atomic when it returns. */
public interface BlobStore {
    /**
     * {@code null} only when there is definitely nothing.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] read(String name);

    void write(String name, byte[] bytes);

    /** The former one first. */
    void remove(String name);

    /**
     * Where anchors are in another store, which may lose its last writes when the power fails;
     * {@code null} elsewhere. FORMAT.md §10.1.
     */
    FormerBlobs former();
}
