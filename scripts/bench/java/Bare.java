package dev.identityvault.bench;

import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.codec.Slice;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.AnchorStore;
import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Dek;
import dev.identityvault.capacitor.core.ports.DeviceFunction;
import dev.identityvault.capacitor.core.ports.FormerBlobs;
import dev.identityvault.capacitor.core.ports.Kdf;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.crypto.JcaAead;
import dev.identityvault.capacitor.crypto.Pbkdf2;
import dev.identityvault.capacitor.crypto.SystemRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A device in memory, with real cryptography. While it notes, it keeps of every call the same call
 * of Java's own classes, with nothing around it.
 */
final class Bare {
    private static final byte[] KEY = new byte[32];
    private static final byte[] PAYLOAD = "idv1/payload".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Map<String, byte[]> keys = new HashMap<>();

    /** A call, and what kind of call it was. */
    record Noted(String kind, Runnable again) {}

    private final Stored own;

    /** What the calls that are made again read and write. */
    private final Stored other;

    /** {@code null}: nothing is noted. */
    private List<Noted> noted;

    Bare(Stored own, Stored other) {
        this.own = own;
        this.other = other;
    }

    List<Noted> note(Runnable work) {
        noted = new ArrayList<>();
        work.run();
        List<Noted> all = noted;
        noted = null;
        return all;
    }

    private void note(String kind, Primitive primitive) {
        if (noted != null) noted.add(new Noted(kind, () -> Primitives.run(primitive::run)));
    }

    interface Primitive {
        Object run() throws Exception;
    }

    CorePorts ports() {
        Keys device = new Keys();
        return new CorePorts(
                new SystemRandom(),
                new Noting(),
                kdf(),
                device,
                device,
                new SlotKems(null, null),
                new Blobs(),
                new Anchors(),
                null,
                mutex(),
                () -> System.nanoTime() / 1_000_000);
    }

    private Kdf kdf() {
        Kdf real = new Pbkdf2();
        return (passcode, salt, iterations) -> {
            byte[] kept = passcode.clone();
            note("kdf", () -> Primitives.pbkdf2(kept, salt, iterations));
            return real.derive(passcode, salt, iterations);
        };
    }

    private static Mutex mutex() {
        return new Mutex() {
            @Override
            public synchronized <T> T apart(String name, Task<T> task) {
                return task.run();
            }
        };
    }

    private final class Keys implements DeviceFunction, AnchorMac {
        @Override
        public void create(String name) {
            keys.put(name, KEY);
        }

        @Override
        public boolean exists(String name) {
            return keys.containsKey(name);
        }

        @Override
        public void destroy(String name) {
            keys.remove(name);
        }

        @Override
        public Prf prf() {
            return Prf.HMAC;
        }

        @Override
        public byte[] evaluate(String name, byte[] input, Prf prf) {
            return mac(name, input);
        }

        @Override
        public byte[] mac(String name, byte[] data) {
            note("mac", () -> Primitives.hmac(KEY, data));
            return Primitives.run(() -> Primitives.hmac(KEY, data));
        }
    }

    private byte[] read(String kind, String name) {
        byte[] stored = own.read(name);
        if (noted != null && stored != null) other.write(name, stored);
        note(kind, () -> other.read(name));
        return stored;
    }

    private void write(String kind, String name, byte[] bytes) {
        note(kind, () -> other.write(name, bytes));
        own.write(name, bytes);
    }

    private final class Blobs implements BlobStore {
        @Override
        public byte[] read(String name) {
            return Bare.this.read("envelope read", name + ".idv1");
        }

        @Override
        public void write(String name, byte[] bytes) {
            Bare.this.write("envelope write", name + ".idv1", bytes);
        }

        @Override
        public void remove(String name) {
            own.remove(name + ".idv1");
        }

        @Override
        public FormerBlobs former() {
            return null;
        }
    }

    private final class Anchors implements AnchorStore {
        @Override
        public byte[] read(String name) {
            return Bare.this.read("anchor", name + ".idva");
        }

        @Override
        public boolean replace(String name, byte[] expected, byte[] next) {
            if (!Arrays.equals(read(name), expected)) return false;
            Bare.this.write("anchor", name + ".idva", next);
            return true;
        }

        @Override
        public void remove(String name) {
            own.remove(name + ".idva");
        }
    }

    /** The real one; what it is asked for is noted with a key of the same length. */
    private final class Noting implements Aead {
        private final Aead real = new JcaAead();

        @Override
        public byte[] digest(byte[] data) {
            note("digest", () -> Primitives.sha256(data));
            return real.digest(data);
        }

        @Override
        public Kek deriveKek(byte[] secret, byte[] salt, byte[] info) {
            byte[] kept = secret.clone();
            note("hkdf", () -> Primitives.hkdf(kept, salt, info));
            return real.deriveKek(secret, salt, info);
        }

        @Override
        public Dek importDek(byte[] bytes) {
            return real.importDek(bytes);
        }

        @Override
        public byte[] wrap(Kek kek, byte[] dek, Binding binding) {
            byte[] kept = dek.clone();
            note("wrap", () -> Primitives.seal(KEY, kept, binding));
            return real.wrap(kek, dek, binding);
        }

        @Override
        public Dek unwrap(Kek kek, byte[] wrapped, Binding binding) {
            byte[] same = Primitives.run(() -> Primitives.seal(KEY, KEY, binding));
            note("unwrap", () -> Primitives.open(KEY, same, binding));
            return real.unwrap(kek, wrapped, binding);
        }

        @Override
        public byte[] dekBytes(Dek dek) {
            return real.dekBytes(dek);
        }

        @Override
        public byte[] seal(Dek dek, byte[] plaintext, byte[] salt, Binding binding) {
            byte[] kept = noted == null ? null : plaintext.clone();
            note("seal", () -> Primitives.seal(Primitives.hkdf(KEY, salt, PAYLOAD), kept, binding));
            return real.seal(dek, plaintext, salt, binding);
        }

        @Override
        public byte[] open(Dek dek, Slice ciphertext, byte[] salt, Binding binding) {
            byte[] same = noted == null ? null : sealedAnew(ciphertext.length() - 16, salt, binding);
            note("open", () -> Primitives.open(Primitives.hkdf(KEY, salt, PAYLOAD), same, binding));
            return real.open(dek, ciphertext, salt, binding);
        }

        private byte[] sealedAnew(int length, byte[] salt, Binding binding) {
            return Primitives.run(
                    () -> Primitives.seal(Primitives.hkdf(KEY, salt, PAYLOAD), new byte[length], binding));
        }
    }
}
