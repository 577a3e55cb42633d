package dev.identityvault.capacitor.keystore;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.vaults.PromptContext;

/** kem 1 and 2 of FORMAT.md: encrypting needs nobody, decrypting needs the person each time. */
public final class RsaSlotKem implements SlotKem {
    /** What the KEMs of all vaults share. */
    public record Parts(
            RsaKeys keys, RsaLadder ladder, GuardedDecryption decryption, Random random) {}

    /** Android has Java's own interface for it only from API 24 on. */
    public interface Readiness {
        boolean isReady();
    }

    /**
     * What is its own.
     *
     * @param readiness whether the device can guard such a key now
     */
    public record Own(Kind kind, PromptContext context, Readiness readiness) {}

    private final Parts parts;
    private final Own own;

    /** Of the latest pair; one vault makes one after the other. */
    private volatile Kem made = Kem.RSA_OAEP_SHA256;

    public RsaSlotKem(Parts parts, Own own) {
        this.parts = parts;
        this.own = own;
    }

    @Override
    public Kem kem() {
        return made;
    }

    /** The system tells the two apart. */
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
        try {
            if (!own.readiness().isReady())
                throw new CoreError(
                        CoreErrorCode.POLICY_NOT_MET, "nobody could satisfy the guard of the key");
            made = parts.ladder().generate(name, guard(survivesEnrolment)).kem();
            return Answer.of(encapsulate(name));
        } catch (CoreError refusal) {
            return Answer.failed(refusal);
        }
    }

    private Guard guard(boolean survivesEnrolment) {
        if (own.kind() == Kind.DEVICE_CREDENTIAL) return Guard.DEVICE_CREDENTIAL;
        return survivesEnrolment ? Guard.BIOMETRIC_OF_ANYONE : Guard.BIOMETRIC;
    }

    @Override
    public Encapsulated encapsulate(String name) {
        byte[] secret = parts.random().bytes(32);
        try {
            return new Encapsulated(secret, parts.keys().encrypt(name, secret), new byte[0]);
        } catch (RuntimeException | Error failure) {
            Bytes.erase(secret);
            throw failure;
        }
    }

    @Override
    public Answer<byte[]> decapsulate(Input input) {
        GuardedDecryption.Request request =
                new GuardedDecryption.Request(own.kind(), own.context(), input.enc());
        return parts.decryption()
                .decrypt(request, () -> parts.keys().decryptor(input.name()))
                .orElse(
                        failure -> {
                            if (failure instanceof CoreError refusal) own.context().failed(refusal);
                            return Answer.failed(failure);
                        });
    }

    @Override
    public void destroy(String name) {
        parts.keys().destroy(name);
    }
}
