package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.DeviceFunction;
import dev.identityvault.capacitor.core.ports.Random;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys of a device, in the open: what tests look at. */
final class FakeKeys implements DeviceFunction, AnchorMac {
    private final String port;
    private final World world;
    private final Life life;
    private final Random random;

    FakeKeys(String port, World world, Life life, Random random) {
        this.port = port;
        this.world = world;
        this.life = life;
        this.random = random;
    }

    @Override
    public void create(String name) {
        life.look(port + ".create", name);
        life.step();
        world.ring.put(name, random.bytes(32));
        life.step();
    }

    @Override
    public boolean exists(String name) {
        life.look(port + ".exists", name);
        return world.ring.containsKey(name);
    }

    @Override
    public void destroy(String name) {
        life.look(port + ".destroy", name);
        life.step();
        world.ring.remove(name);
        life.step();
    }

    @Override
    public Prf prf() {
        return Prf.HMAC;
    }

    @Override
    public byte[] evaluate(String name, byte[] input, Prf prf) {
        life.look(port + ".evaluate", name);
        world.guesses.incrementAndGet();
        return hmac(keyNamed(name), input);
    }

    @Override
    public byte[] mac(String name, byte[] data) {
        life.look(port + ".mac", name);
        return hmac(keyNamed(name), data);
    }

    private byte[] keyNamed(String name) {
        byte[] key = world.ring.get(name);
        if (key == null) throw new CoreError(CoreErrorCode.KEY_MISSING, "no such key");
        return key;
    }

    static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
