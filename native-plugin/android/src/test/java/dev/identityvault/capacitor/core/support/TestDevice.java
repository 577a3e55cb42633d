package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.AnchorStore;
import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.DeviceFunction;
import dev.identityvault.capacitor.core.ports.FormerBlobs;
import dev.identityvault.capacitor.core.ports.Kdf;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.ports.Task;
import dev.identityvault.capacitor.crypto.JcaAead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A device in the open: real cryptography, keys and storage that tests look at and change. */
public final class TestDevice {
    public final Map<String, byte[]> anchors = new HashMap<>();
    public final Map<String, byte[]> blobs = new HashMap<>();
    public final Map<String, byte[]> formers = new HashMap<>();
    public final Map<String, byte[]> keys = new HashMap<>();

    /** Anchors that were written, in their order. */
    public final List<byte[]> anchorWrites = new ArrayList<>();

    /** Names of keys of F that were to be destroyed. */
    public final List<String> destroyed = new ArrayList<>();

    public final TestKem biometric;
    public final TestKem deviceCredential;
    public long now = 0;

    /** What a new slot is made with. */
    public Prf prf = Prf.HMAC;

    private final java.util.Random seeded;

    public TestDevice(long seed) {
        this(seed, Kem.RSA_OAEP_SHA256);
    }

    public TestDevice(long seed, Kem kem) {
        seeded = new java.util.Random(seed);
        biometric = new TestKem(kem, this::random);
        deviceCredential = new TestKem(Kem.ECIES_P256, this::random);
    }

    /** Of a process on this device. */
    public CorePorts ports() {
        SlotKems kems = new SlotKems(biometric, deviceCredential);
        return ports(
                kems,
                new JcaAead(),
                (passcode, salt, iterations) -> TestCrypto.hmac(salt, passcode));
    }

    public CorePorts ports(SlotKems kems, Aead aead, Kdf kdf) {
        return new CorePorts(
                this::random,
                aead,
                kdf,
                new DeviceFunctionOfKeys(),
                new MacOfKeys(),
                kems,
                new Blobs(),
                new Anchors(),
                null,
                new NobodyElse(),
                () -> now);
    }

    public byte[] random(int length) {
        byte[] bytes = new byte[length];
        seeded.nextBytes(bytes);
        return bytes;
    }

    private byte[] key(String name) {
        byte[] key = keys.get(name);
        if (key == null) throw new CoreError(CoreErrorCode.KEY_MISSING, "no such key");
        return key;
    }

    private static final class NobodyElse implements Mutex {
        @Override
        public <T> T apart(String name, Task<T> task) {
            return task.run();
        }
    }

    private final class DeviceFunctionOfKeys implements DeviceFunction {
        @Override
        public Prf prf() {
            return prf;
        }

        @Override
        public byte[] evaluate(String name, byte[] input, Prf prf) {
            return TestCrypto.deviceFunction(prf, key(name), input);
        }

        @Override
        public void create(String name) {
            keys.put(name, random(32));
        }

        @Override
        public boolean exists(String name) {
            return keys.containsKey(name);
        }

        @Override
        public void destroy(String name) {
            destroyed.add(name);
            keys.remove(name);
        }
    }

    private final class MacOfKeys implements AnchorMac {
        @Override
        public byte[] mac(String name, byte[] data) {
            return TestCrypto.hmac(key(name), data);
        }

        @Override
        public void create(String name) {
            keys.put(name, random(32));
        }

        @Override
        public boolean exists(String name) {
            return keys.containsKey(name);
        }

        @Override
        public void destroy(String name) {
            keys.remove(name);
        }
    }

    private final class Anchors implements AnchorStore {
        @Override
        public byte[] read(String name) {
            return anchors.get(name);
        }

        @Override
        public boolean replace(String name, byte[] expected, byte[] next) {
            if (!Arrays.equals(anchors.get(name), expected)) return false;
            anchorWrites.add(next);
            anchors.put(name, next);
            return true;
        }

        @Override
        public void remove(String name) {
            anchors.remove(name);
        }
    }

    private final class Blobs implements BlobStore {
        @Override
        public byte[] read(String name) {
            return blobs.get(name);
        }

        @Override
        public void write(String name, byte[] bytes) {
            blobs.put(name, bytes);
        }

        @Override
        public void remove(String name) {
            formers.remove(name);
            blobs.remove(name);
        }

        @Override
        public FormerBlobs former() {
            return new FormerBlobs() {
                @Override
                public byte[] read(String name) {
                    return formers.get(name);
                }

                @Override
                public void keep(String name) {
                    formers.put(name, blobs.get(name));
                }

                @Override
                public void restore(String name) {
                    blobs.put(name, formers.get(name));
                }
            };
        }
    }
}
