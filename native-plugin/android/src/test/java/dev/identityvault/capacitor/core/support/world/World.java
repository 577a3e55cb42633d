package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorParser;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.EnvelopeParser;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.Task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** A device: what outlives a process, and what it was asked. */
public final class World {
    public static final byte[] SCOPE = filled(32, 5);
    public static final String NAME = Bytes.hex(SCOPE);

    public final Map<String, byte[]> anchors = new ConcurrentHashMap<>();
    public final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    /** What the blobs took the place of. */
    public final Map<String, byte[]> formers = new ConcurrentHashMap<>();

    /** Keys of the device function and of anchors. */
    public final Map<String, byte[]> ring = new ConcurrentHashMap<>();

    /** KEM keys that are there, and whether they survive another enrolment. */
    public final Map<String, Boolean> kemKeys = new ConcurrentHashMap<>();

    /** What each {@code enc} stands for. */
    public final Map<String, byte[]> kemSecrets = new ConcurrentHashMap<>();

    /** Whether a cancelled prompt may be one of a key that is gone. */
    public volatile boolean isCancelVague;

    /** What prompts of KEM keys gave, as their callers have it. */
    public final List<byte[]> askedSecrets = new CopyOnWriteArrayList<>();

    /** Another process keeps every vault for too long. */
    public volatile boolean isKept;

    public final AtomicLong now = new AtomicLong(1_000_000);

    /** Passcodes and other secrets that were tested with the device's key. */
    public final AtomicInteger guesses = new AtomicInteger();

    public final AtomicLong seed = new AtomicLong();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public World(long seed) {
        this.seed.set(seed * 1000);
    }

    /** The same device at this moment, to look at. */
    public World copy() {
        World copy = new World(0);
        copy.anchors.putAll(anchors);
        copy.blobs.putAll(blobs);
        copy.formers.putAll(formers);
        copy.ring.putAll(ring);
        copy.kemKeys.putAll(kemKeys);
        copy.kemSecrets.putAll(kemSecrets);
        copy.now.set(now.get());
        return copy;
    }

    /** Keeps the processes of this device apart. */
    public Mutex mutex() {
        return new Mutex() {
            @Override
            public <T> T apart(String name, Task<T> task) {
                if (isKept)
                    throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "somebody keeps it");
                ReentrantLock lock = locks.computeIfAbsent(name, key -> new ReentrantLock(true));
                lock.lock();
                try {
                    return task.run();
                } finally {
                    lock.unlock();
                }
            }
        };
    }

    public Anchor storedAnchor() {
        byte[] bytes = anchors.get(NAME);
        return bytes == null ? null : AnchorParser.parse(bytes).anchor();
    }

    public Envelope storedEnvelope() {
        byte[] bytes = blobs.get(NAME);
        return bytes == null ? null : EnvelopeParser.parse(bytes);
    }

    /** In hexadecimal; {@code null}: there is no such slot. */
    public String slotIdOf(Kind kind) {
        for (Slot slot : storedEnvelope().header().slots())
            if (slot.head().kind() == kind) return Bytes.hex(slot.head().slotId());
        return null;
    }

    public boolean isEmpty() {
        return anchors.isEmpty() && blobs.isEmpty();
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
