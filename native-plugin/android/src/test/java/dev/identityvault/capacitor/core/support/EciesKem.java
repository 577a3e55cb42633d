package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.core.ports.SlotKem;

import java.util.Map;

/** As an iPhone computes it, with the private scalars in the open and nobody to ask. */
public final class EciesKem implements SlotKem {
    private final Map<String, byte[]> keys;
    private final Random random;

    public EciesKem(Map<String, byte[]> keys, Random random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public Kem kem() {
        return Kem.ECIES_P256;
    }

    @Override
    public boolean cancelOffersOther() {
        return false;
    }

    @Override
    public boolean canEncapsulate() {
        return true;
    }

    @Override
    public Answer<Encapsulated> create(String name, boolean survivesEnrolment) {
        keys.put(name, random.bytes(32));
        return Answer.of(encapsulate(name));
    }

    @Override
    public Encapsulated encapsulate(String name) {
        byte[] secret = random.bytes(32);
        byte[] enc = Ecies.encrypt(keys.get(name), random.bytes(32), secret);
        return new Encapsulated(secret, enc, new byte[0]);
    }

    @Override
    public Answer<byte[]> decapsulate(Input input) {
        byte[] key = keys.get(input.name());
        byte[] secret = key == null ? null : Ecies.decrypt(key, input.enc());
        if (secret != null) return Answer.of(secret);
        CoreErrorCode code =
                key == null ? CoreErrorCode.KEY_MISSING : CoreErrorCode.AUTHENTICATION_FAILED;
        return Answer.failed(new CoreError(code, "does not decrypt"));
    }

    @Override
    public void destroy(String name) {
        keys.remove(name);
    }
}
