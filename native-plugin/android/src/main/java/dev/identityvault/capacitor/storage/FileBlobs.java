package dev.identityvault.capacitor.storage;

import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.FormerBlobs;

/** Envelopes as files. FORMAT.md §17. */
public final class FileBlobs implements BlobStore {
    private static final String ENDING = ".idv1";

    private final NoBackupFiles files;

    public FileBlobs(NoBackupFiles files) {
        this.files = files;
    }

    @Override
    public byte[] read(String name) {
        return files.read(name + ENDING);
    }

    @Override
    public void write(String name, byte[] bytes) {
        files.write(name + ENDING, bytes);
    }

    @Override
    public void remove(String name) {
        files.remove(name + ENDING);
    }

    /** Every write of an anchor is durable here, so the former envelope would serve nobody. */
    @Override
    public FormerBlobs former() {
        return null;
    }
}
