package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.ports.AnchorStore;
import dev.identityvault.capacitor.core.ports.BlobStore;
import dev.identityvault.capacitor.core.ports.FormerBlobs;
import dev.identityvault.capacitor.core.ports.JointStore;

import java.util.Arrays;
import java.util.Map;

/** What a device has stored, with a step before and after each write. */
final class FakeStores {
    private final World world;
    private final Life life;

    FakeStores(World world, Life life) {
        this.world = world;
        this.life = life;
    }

    private void write(Map<String, byte[]> store, String name, byte[] bytes) {
        life.step();
        put(store, name, bytes);
        life.step();
    }

    private static void put(Map<String, byte[]> store, String name, byte[] bytes) {
        if (bytes == null) store.remove(name);
        else store.put(name, bytes.clone());
    }

    private static byte[] copy(byte[] bytes) {
        return bytes == null ? null : bytes.clone();
    }

    AnchorStore anchors() {
        return new AnchorStore() {
            @Override
            public byte[] read(String name) {
                life.look("anchors.read", name);
                return copy(world.anchors.get(name));
            }

            @Override
            public boolean replace(String name, byte[] expected, byte[] next) {
                if (!life.look("anchors.replace", name)) return false;
                life.step();
                if (!Arrays.equals(world.anchors.get(name), expected)) return false;
                put(world.anchors, name, next);
                life.step();
                return true;
            }

            @Override
            public void remove(String name) {
                life.look("anchors.remove", name);
                write(world.anchors, name, null);
            }
        };
    }

    JointStore joint() {
        return new JointStore() {
            @Override
            public Stored read(String name) {
                life.look("joint.read", name);
                return new Stored(copy(world.anchors.get(name)), copy(world.blobs.get(name)));
            }

            @Override
            public boolean commit(String name, Commit commit) {
                life.look("joint.commit", name);
                life.step();
                if (!Arrays.equals(world.anchors.get(name), commit.expected())) return false;
                put(world.anchors, name, commit.anchor());
                put(world.blobs, name, commit.envelope());
                life.step();
                return true;
            }
        };
    }

    BlobStore blobs() {
        return new BlobStore() {
            @Override
            public byte[] read(String name) {
                life.look("blobs.read", name);
                return copy(world.blobs.get(name));
            }

            @Override
            public void write(String name, byte[] bytes) {
                life.look("blobs.write", name);
                FakeStores.this.write(world.blobs, name, bytes);
            }

            @Override
            public void remove(String name) {
                life.look("blobs.remove", name);
                FakeStores.this.write(world.formers, name, null);
                FakeStores.this.write(world.blobs, name, null);
            }

            @Override
            public FormerBlobs former() {
                return formers();
            }
        };
    }

    private FormerBlobs formers() {
        return new FormerBlobs() {
            @Override
            public byte[] read(String name) {
                life.look("formers.read", name);
                return copy(world.formers.get(name));
            }

            @Override
            public void keep(String name) {
                write(world.formers, name, world.blobs.get(name));
            }

            @Override
            public void restore(String name) {
                write(world.blobs, name, world.formers.get(name));
            }
        };
    }
}
