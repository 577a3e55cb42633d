package dev.identityvault.capacitor.core.operations;

import com.google.gson.JsonObject;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.ports.DeviceFunction;

final class StoryDeviceFunction extends StoryKeys implements DeviceFunction {
    StoryDeviceFunction(StoryDevice device) {
        super(device);
    }

    @Override
    public Prf prf() {
        return Prf.HMAC;
    }

    @Override
    public byte[] evaluate(String name, byte[] input, Prf prf) {
        device.run.assertAlive();
        byte[] output = sign(name, input);
        if (device.run.countsEvaluations) {
            JsonObject effect = Run.effect("evaluate", "name", name);
            effect.addProperty("input", Bytes.hex(input));
            device.run.record(effect);
        }
        return output;
    }
}
