package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.vault.CoreSettings;
import dev.identityvault.capacitor.core.vault.CoreVault;
import dev.identityvault.capacitor.core.vault.UnlockOptions;
import dev.identityvault.capacitor.core.vault.WriteOptions;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** A process on a device, with one vault. Its operations are waited for. */
public final class VaultProcess {
    public final CorePorts ports;
    public final FakeHost host = new FakeHost();
    public final CoreVault core;
    private final Life life;

    /** Each key that was made, as the cryptography keeps it. */
    private final List<Object> keys = new CopyOnWriteArrayList<>();

    /** How a process begins. */
    public static final class Options {
        private Intercept intercept = Intercept.NOTHING;
        private Executor executor = Runnable::run;
        private Long lockAfter = 5000L;
        private boolean joint;
        private boolean hasMutex = true;

        public Options intercept(Intercept between) {
            intercept = between;
            return this;
        }

        public Options executor(Executor other) {
            executor = other;
            return this;
        }

        public Options lockAfter(Long time) {
            lockAfter = time;
            return this;
        }

        public Options joint(boolean isJoint) {
            joint = isJoint;
            return this;
        }

        public Options withoutMutex() {
            hasMutex = false;
            return this;
        }
    }

    public VaultProcess(World world) {
        this(world, new Options());
    }

    public VaultProcess(World world, Options options) {
        life = new Life(options.intercept);
        java.util.Random seeded = new java.util.Random(world.seed.incrementAndGet());
        Random random = length -> bytesFrom(seeded, length);
        FakeStores stores = new FakeStores(world, life);
        SlotKems kems =
                new SlotKems(
                        new FakeKem(Kem.RSA_OAEP_SHA256, world, life, random),
                        new FakeKem(Kem.ECIES_P256, world, life, random));
        ports =
                new CorePorts(
                        random,
                        new WatchedAead(life, keys),
                        (passcode, salt, iterations) -> {
                            life.look("kdf", "");
                            return FakeKeys.hmac(salt, passcode);
                        },
                        new FakeKeys("prf", world, life, random),
                        new FakeKeys("mac", world, life, random),
                        kems,
                        stores.blobs(),
                        stores.anchors(),
                        options.joint ? stores.joint() : null,
                        options.hasMutex ? world.mutex() : null,
                        world.now::get);
        LockSettings settings = new LockSettings(options.lockAfter, false);
        CoreSettings core = new CoreSettings(World.SCOPE, settings);
        this.core = new CoreVault(ports, options.executor, host, core);
    }

    private static byte[] bytesFrom(java.util.Random seeded, int length) {
        byte[] bytes = new byte[length];
        synchronized (seeded) {
            seeded.nextBytes(bytes);
        }
        return bytes;
    }

    /** It is killed at this one of its steps that leave something behind, counted from now. */
    public VaultProcess endsAfter(long steps) {
        life.endsAfter(steps);
        return this;
    }

    public void goesOn() {
        life.endsAfter(Long.MAX_VALUE);
    }

    /** Of each key that was made: its bytes as they are in memory now. */
    public List<byte[]> keyBytes() throws ReflectiveOperationException {
        List<byte[]> bytes = new ArrayList<>();
        for (Object key : keys) {
            Field field = key.getClass().getDeclaredField("bytes");
            field.setAccessible(true);
            bytes.add((byte[]) field.get(key));
        }
        return bytes;
    }

    public LoadedVault start() {
        return core.start().await();
    }

    public void create(NewVault vault) {
        core.create(vault).await();
    }

    public void unlock(String passcode) {
        core.unlockWith(Kind.APP_PASSCODE, passcode.toCharArray()).await();
    }

    public void unlockByFinger() {
        core.unlockWith(Kind.BIOMETRIC, null).await();
    }

    public void unlockByPrompt() {
        core.unlock(UnlockOptions.asked()).await();
    }

    public void rekey(RekeyRequest request) {
        core.rekey(request).await();
    }

    public void erase() {
        core.erase().await();
    }

    public void beginLease(String... names) {
        core.leases().begin("l", List.of(names)).await();
    }

    /** {@code null} removes. */
    public void write(String key, String value) {
        write(key, value, WriteOptions.none());
    }

    public void writeWithLease(String key, String value) {
        write(key, value, WriteOptions.withLease("l"));
    }

    public void write(String key, String value, WriteOptions options) {
        Map<String, byte[]> changes = new HashMap<>();
        if (key != null) changes.put(key, value == null ? null : utf8(value));
        core.write(changes, options).await();
    }

    public Map<String, String> values() {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, byte[]> each : core.values().await().entrySet())
            texts.put(each.getKey(), new String(each.getValue(), StandardCharsets.UTF_8));
        return texts;
    }

    public Phase phase() {
        return core.state().phase();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
