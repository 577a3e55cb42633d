package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.core.ports.SlotKem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stands in for hardware: remembers which secret each enc stands for. */
public final class TestKem implements SlotKem {
    private final Kem kem;
    private final Random random;
    private final Map<String, byte[]> secrets = new HashMap<>();
    private final Set<String> live = new HashSet<>();

    /** Names of keys that were to be destroyed. */
    public final List<String> destroyed = new ArrayList<>();

    public TestKem(Kem kem, Random random) {
        this.kem = kem;
        this.random = random;
    }

    @Override
    public Kem kem() {
        return kem;
    }

    @Override
    public boolean cancelOffersOther() {
        return kem == Kem.WEB_AUTHN_PRF;
    }

    @Override
    public boolean canEncapsulate() {
        return kem == Kem.RSA_OAEP_SHA256 || kem == Kem.RSA_OAEP_SHA1 || kem == Kem.ECIES_P256;
    }

    @Override
    public Answer<Encapsulated> create(String name, boolean survivesEnrolment) {
        live.add(name);
        return Answer.of(encapsulate(name));
    }

    @Override
    public Encapsulated encapsulate(String name) {
        byte[] secret = random.bytes(32);
        byte[] enc = random.bytes(encLength());
        secrets.put(name + "/" + Bytes.hex(enc), secret.clone());
        return new Encapsulated(secret, enc, random.bytes(kem == Kem.WEB_AUTHN_PRF ? 32 : 0));
    }

    @Override
    public Answer<byte[]> decapsulate(Input input) {
        if (!live.contains(input.name()))
            return Answer.failed(new CoreError(CoreErrorCode.KEY_MISSING, "no such key"));
        byte[] secret = secrets.get(input.name() + "/" + Bytes.hex(input.enc()));
        return secret == null
                ? Answer.failed(
                        new CoreError(CoreErrorCode.AUTHENTICATION_FAILED, "does not decrypt"))
                : Answer.of(secret.clone());
    }

    @Override
    public void destroy(String name) {
        destroyed.add(name);
        live.remove(name);
    }

    /** As the system does when somebody is enrolled. */
    public void destroyAll() {
        live.clear();
    }

    private int encLength() {
        return switch (kem) {
            case RSA_OAEP_SHA256, RSA_OAEP_SHA1 -> 256;
            case ECIES_P256 -> 113;
            case WEB_AUTHN_PRF -> 20;
            case AES_KEYSTORE -> 60;
            case NONE -> throw new AssertionError("no KEM");
        };
    }
}
