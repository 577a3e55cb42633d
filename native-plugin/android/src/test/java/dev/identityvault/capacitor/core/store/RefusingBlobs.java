package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.FormerBlobs;

/** Refuses every write. */
final class RefusingBlobs implements BlobStore {
    private final BlobStore blobs;
    private final boolean writes;
    private final boolean reads;

    /**
     * @param writes whether what is refused is written all the same
     * @param reads whether reading works
     */
    RefusingBlobs(BlobStore blobs, boolean writes, boolean reads) {
        this.blobs = blobs;
        this.writes = writes;
        this.reads = reads;
    }

    @Override
    public byte[] read(String name) {
        if (!reads) throw refusal();
        return blobs.read(name);
    }

    @Override
    public void write(String name, byte[] bytes) {
        if (writes) blobs.write(name, bytes);
        throw refusal();
    }

    @Override
    public void remove(String name) {
        throw refusal();
    }

    @Override
    public FormerBlobs former() {
        return blobs.former();
    }

    private static CoreError refusal() {
        return new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "not now");
    }
}
