package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which slots a vault gets on a device. Any one of them opens it; none: nothing is stored. */
final class SlotsOfMode {
    private final boolean hasBiometric;
    private final boolean hasDeviceCredential;

    SlotsOfMode(boolean hasBiometric, boolean hasDeviceCredential) {
        this.hasBiometric = hasBiometric;
        this.hasDeviceCredential = hasDeviceCredential;
    }

    /**
     * @throws VaultRefusal {@code PolicyNotMet}: the mode has no way to unlock here
     */
    List<Kind> of(Mode mode) {
        return switch (mode) {
            case BIOMETRIC_ONLY -> biometric();
            case PASSCODE_ONLY -> Collections.singletonList(Kind.APP_PASSCODE);
            case BIOMETRIC_AND_PASSCODE -> withBiometric(Kind.APP_PASSCODE);
            case BIOMETRIC_OR_PASSCODE ->
                    Collections.singletonList(hasBiometric ? Kind.BIOMETRIC : Kind.APP_PASSCODE);
            case SECURE_STORAGE -> Collections.singletonList(Kind.DEVICE);
            case IN_MEMORY_ONLY -> Collections.emptyList();
            case DEVICE_CREDENTIAL_ONLY -> Collections.singletonList(deviceCredential());
            // The screen lock opens it either way: without biometrics it is no weaker.
            case BIOMETRIC_AND_DEVICE_CREDENTIAL -> withBiometric(deviceCredential());
        };
    }

    private List<Kind> biometric() {
        if (!hasBiometric) throw VaultRefusal.noBiometricKeys();
        return Collections.singletonList(Kind.BIOMETRIC);
    }

    private Kind deviceCredential() {
        if (!hasDeviceCredential) throw VaultRefusal.noDeviceCredentialKeys();
        return Kind.DEVICE_CREDENTIAL;
    }

    private List<Kind> withBiometric(Kind other) {
        List<Kind> kinds = new ArrayList<>();
        if (hasBiometric) kinds.add(Kind.BIOMETRIC);
        kinds.add(other);
        return kinds;
    }
}
