package dev.identityvault.capacitor.core.operations;

import com.google.gson.JsonObject;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.SlotKem;

/** Keys of KEMs, whose secrets anybody can compute. */
final class StoryKem implements SlotKem {
    private final StoryDevice device;
    private final boolean alwaysSurvives;

    StoryKem(StoryDevice device, boolean alwaysSurvives) {
        this.device = device;
        this.alwaysSurvives = alwaysSurvives;
    }

    @Override
    public Kem kem() {
        return switch (device.kem) {
            case "rsa" -> Kem.RSA_OAEP_SHA256;
            case "ecies" -> Kem.ECIES_P256;
            case "aes" -> Kem.AES_KEYSTORE;
            case "prf" -> Kem.WEB_AUTHN_PRF;
            default -> throw new AssertionError("a KEM that is not known");
        };
    }

    @Override
    public boolean cancelOffersOther() {
        return false;
    }

    @Override
    public boolean canEncapsulate() {
        return kem() == Kem.RSA_OAEP_SHA256 || kem() == Kem.ECIES_P256;
    }

    @Override
    public Answer<Encapsulated> create(String name, boolean survivesEnrolment) {
        boolean survives = survivesEnrolment || alwaysSurvives || kem() == Kem.WEB_AUTHN_PRF;
        JsonObject effect = Run.effect("createKemKey", "name", name);
        effect.addProperty("survivesEnrolment", survives);
        device.run.record(effect);
        device.kemKeys.put(name, new StoryDevice.KemKey(survives));
        return Answer.of(encrypted(name, liveKey(name)));
    }

    @Override
    public Encapsulated encapsulate(String name) {
        StoryDevice.KemKey key = liveKey(name);
        device.run.record(Run.effect("encapsulate", "name", name));
        return encrypted(name, key);
    }

    @Override
    public Answer<byte[]> decapsulate(Input input) {
        device.run.assertAlive();
        byte[] secret;
        try {
            secret = liveKey(input.name()).secrets.get(Bytes.hex(input.enc()));
        } catch (CoreError refusal) {
            return Answer.failed(refusal);
        }
        if (secret == null)
            return Answer.failed(new CoreError(CoreErrorCode.AUTHENTICATION_FAILED, "no"));
        JsonObject effect = Run.effect("decapsulate", "name", input.name());
        effect.addProperty("enc", Bytes.hex(input.enc()));
        device.run.record(effect);
        return Answer.of(secret.clone());
    }

    @Override
    public void destroy(String name) {
        device.run.assertAlive();
        StoryDevice.KemKey key = device.kemKeys.get(name);
        if (key == null || !key.isLive) return;
        if (device.run.keysStick)
            throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "not now");
        device.run.record(Run.effect("destroyKemKey", "name", name));
        device.kemKeys.remove(name);
    }

    private Encapsulated encrypted(String name, StoryDevice.KemKey key) {
        byte[] input = Bytes.concat(Bytes.ascii(name), Bytes.u8(key.count++));
        byte[] secret = LabelledBytes.of("secret", input);
        byte[] enc = LabelledBytes.longer("enc", input, encLength());
        key.secrets.put(Bytes.hex(enc), secret);
        byte[] salt = kem() == Kem.WEB_AUTHN_PRF ? device.run.random.next(32) : new byte[0];
        return new Encapsulated(secret.clone(), enc, salt);
    }

    private int encLength() {
        return switch (device.kem) {
            case "rsa" -> 256;
            case "ecies" -> 113;
            case "aes" -> 60;
            default -> 20;
        };
    }

    private StoryDevice.KemKey liveKey(String name) {
        StoryDevice.KemKey key = device.kemKeys.get(name);
        if (key == null || !key.isLive)
            throw new CoreError(CoreErrorCode.KEY_MISSING, "no such key");
        return key;
    }
}
