package dev.identityvault.capacitor.core.ports;

/** The envelope that the stored one took the place of. */
public interface FormerBlobs {
    /**
     * {@code null} only when there is definitely none.
     *
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}
     */
    byte[] read(String name);

    /** What is stored becomes the former one, too. */
    void keep(String name);

    /** The former one becomes what is stored, too. */
    void restore(String name);
}
