package dev.identityvault.capacitor.core.support.world;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.core.ports.SlotKem;

/**
 * Stands in for hardware: remembers which secret each {@code enc} stands for. What the core does
 * with the secret is real; the asymmetric decryption itself is the platform's.
 */
final class FakeKem implements SlotKem {
    private final Kem kem;
    private final World world;
    private final Life life;
    private final Random random;

    FakeKem(Kem kem, World world, Life life, Random random) {
        this.kem = kem;
        this.world = world;
        this.life = life;
        this.random = random;
    }

    @Override
    public Kem kem() {
        return kem;
    }

    @Override
    public boolean cancelOffersOther() {
        return world.isCancelVague;
    }

    @Override
    public boolean canEncapsulate() {
        return kem != Kem.AES_KEYSTORE;
    }

    @Override
    public Answer<Encapsulated> create(String name, boolean survivesEnrolment) {
        try {
            life.look("kem.create", name);
        } catch (CoreError refusal) {
            return Answer.failed(refusal);
        }
        world.kemKeys.put(name, survivesEnrolment);
        return Answer.of(encapsulate(name));
    }

    @Override
    public Encapsulated encapsulate(String name) {
        byte[] secret = random.bytes(32);
        byte[] enc = random.bytes(lengthOfEnc());
        world.kemSecrets.put(name + "/" + Bytes.hex(enc), secret.clone());
        return new Encapsulated(secret, enc, new byte[0]);
    }

    private int lengthOfEnc() {
        return switch (kem) {
            case ECIES_P256 -> 113;
            case AES_KEYSTORE -> 60;
            default -> 256;
        };
    }

    @Override
    public Answer<byte[]> decapsulate(Input input) {
        try {
            life.look("kem.decapsulate", input.name());
        } catch (CoreError refusal) {
            return Answer.failed(refusal);
        }
        if (!world.kemKeys.containsKey(input.name()))
            return Answer.failed(new CoreError(CoreErrorCode.KEY_MISSING, "no such key"));
        byte[] secret = world.kemSecrets.get(input.name() + "/" + Bytes.hex(input.enc()));
        if (secret != null) {
            byte[] asked = secret.clone();
            world.askedSecrets.add(asked);
            return Answer.of(asked);
        }
        CoreErrorCode code = CoreErrorCode.AUTHENTICATION_FAILED;
        return Answer.failed(new CoreError(code, "does not decrypt"));
    }

    @Override
    public void destroy(String name) {
        life.look("kem.destroy", name);
        world.kemKeys.remove(name);
    }
}
