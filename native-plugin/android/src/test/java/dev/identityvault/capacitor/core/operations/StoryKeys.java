package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.DeviceKeys;
import dev.identityvault.capacitor.core.support.TestCrypto;

/** The keys of the device function and of the anchor. */
class StoryKeys implements DeviceKeys {
    final StoryDevice device;

    StoryKeys(StoryDevice device) {
        this.device = device;
    }

    @Override
    public void create(String name) {
        device.run.record(Run.effect("createKey", "name", name));
        device.keys.put(name, LabelledBytes.of("key", Bytes.ascii(name)));
    }

    @Override
    public boolean exists(String name) {
        device.run.assertAlive();
        return device.keys.containsKey(name);
    }

    @Override
    public void destroy(String name) {
        device.run.assertAlive();
        if (!device.keys.containsKey(name)) return;
        if (device.run.keysStick)
            throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "not now");
        device.run.record(Run.effect("destroyKey", "name", name));
        device.keys.remove(name);
    }

    byte[] sign(String name, byte[] data) {
        byte[] key = device.keys.get(name);
        if (key == null) throw new CoreError(CoreErrorCode.KEY_MISSING, "no such key");
        return TestCrypto.hmac(key, data);
    }
}
