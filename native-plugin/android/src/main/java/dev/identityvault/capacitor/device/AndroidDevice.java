package dev.identityvault.capacitor.device;

import android.content.Context;
import android.content.pm.PackageManager;

import dev.identityvault.capacitor.biometrics.Lockout;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.keystore.KeyHardware;
import dev.identityvault.capacitor.keystore.RsaSlotKem;
import dev.identityvault.capacitor.vaults.DeviceFacts;
import dev.identityvault.capacitor.vaults.PlatformDevice;
import dev.identityvault.capacitor.vaults.PromptContext;
import dev.identityvault.capacitor.vaults.PromptTexts;
import dev.identityvault.capacitor.vaults.Tristate;
import dev.identityvault.capacitor.vaults.Turns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** What this device says of itself. */
public final class AndroidDevice implements PlatformDevice {
    /** What it asks. */
    public record Parts(
            Context context,
            AndroidBiometrics biometrics,
            KeyHardware hardware,
            Lockout lockout,
            RsaSlotKem.Parts kem,
            Executor executor) {}

    private static final String THROW_AWAY = "idv1.throw-away";

    private final Parts parts;

    /** There is one throw-away key. */
    private final Turns proofs = new Turns();

    private volatile Boolean hasSecureHardware;

    public AndroidDevice(Parts parts) {
        this.parts = parts;
    }

    @Override
    public DeviceFacts facts() {
        AndroidBiometrics biometrics = parts.biometrics();
        return new DeviceFacts(
                hardware(),
                biometrics.isSupported(),
                biometrics.isWeakSupported() ? "granted" : "denied",
                hasSecureHardware(),
                parts.lockout().isOn(),
                biometrics.hasScreenLock());
    }

    /** The features are asked for by name: some of them are newer than this system may be. */
    private List<String> hardware() {
        List<String> found = new ArrayList<>();
        if (has(PackageManager.FEATURE_FINGERPRINT)) found.add("fingerprint");
        if (has("android.hardware.biometrics.face")) found.add("face");
        if (has("android.hardware.biometrics.iris")) found.add("iris");
        return found;
    }

    private boolean has(String feature) {
        return parts.context().getPackageManager().hasSystemFeature(feature);
    }

    /** Does not change while the process lives, once it could be found out. */
    private boolean hasSecureHardware() {
        Boolean known = hasSecureHardware;
        if (known != null) return known;
        Tristate found = parts.hardware().ofNewKey();
        if (found != Tristate.UNKNOWN) hasSecureHardware = found == Tristate.YES;
        return found == Tristate.YES;
    }

    @Override
    public Tristate hardwareBacked(List<String> names) {
        return names.isEmpty() ? parts.hardware().ofNewKey() : parts.hardware().of(names);
    }

    @Override
    public Answer<Void> prove(PromptTexts texts) {
        PromptContext context = PromptContext.of(texts);
        SlotKem kem =
                new RsaSlotKem(
                        parts.kem(),
                        new RsaSlotKem.Own(
                                Kind.BIOMETRIC, context, parts.biometrics()::isEnrolled));
        return proofs.run(
                () -> {
                    Answer<Void> proved = new Answer<>();
                    parts.executor().execute(() -> prove(kem, proved));
                    return proved;
                });
    }

    private static void prove(SlotKem kem, Answer<Void> proved) {
        kem.create(THROW_AWAY, false)
                .then(
                        made ->
                                kem.decapsulate(
                                                new SlotKem.Input(
                                                        THROW_AWAY, made.salt(), made.enc()))
                                        .then(secret -> same(made.secret(), secret)))
                .whenSettled(
                        new Answer.Listener<>() {
                            @Override
                            public void onValue(Void nothing) {
                                destroyQuietly(kem);
                                proved.resolve(null);
                            }

                            @Override
                            public void onFailure(Throwable failure) {
                                destroyQuietly(kem);
                                proved.reject(failure);
                            }
                        });
    }

    private static Answer<Void> same(byte[] expected, byte[] opened) {
        boolean isSame = Bytes.isEqualConstantTime(expected, opened);
        Bytes.erase(expected);
        Bytes.erase(opened);
        return isSame
                ? Answer.of(null)
                : Answer.failed(CoreError.corrupt("another secret than was encrypted"));
    }

    private static void destroyQuietly(SlotKem kem) {
        try {
            kem.destroy(THROW_AWAY);
        } catch (CoreError later) {
            // It opens nothing, and the next one takes its place.
        }
    }
}
