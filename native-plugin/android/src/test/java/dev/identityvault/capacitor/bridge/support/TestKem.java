package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.SlotKem;

/** Biometric keys of the device, and a prompt that may wait. */
final class TestKem implements SlotKem {
    private final TestPlatform platform;
    private final SlotKem real;

    TestKem(TestPlatform platform, SlotKem real) {
        this.platform = platform;
        this.real = real;
    }

    @Override
    public Kem kem() {
        return real.kem();
    }

    @Override
    public boolean cancelOffersOther() {
        return real.cancelOffersOther();
    }

    @Override
    public boolean canEncapsulate() {
        return real.canEncapsulate();
    }

    @Override
    public Answer<Encapsulated> create(String name, boolean survivesEnrolment) {
        if (!platform.failsAtFirstBiometricKey) return real.create(name, survivesEnrolment);
        platform.hasBiometrics = false;
        return Answer.failed(new CoreError(CoreErrorCode.POLICY_NOT_MET, "none after all"));
    }

    @Override
    public Encapsulated encapsulate(String name) {
        return real.encapsulate(name);
    }

    @Override
    public Answer<byte[]> decapsulate(Input input) {
        return platform.systemPrompt == null ? real.decapsulate(input) : platform.systemPrompt;
    }

    @Override
    public void destroy(String name) {
        real.destroy(name);
    }
}
