package dev.identityvault.capacitor.bridge;

/** Of this native part, for people; the same as in package.json. */
final class NativeVersion {
    static final String TEXT = "0.1.0";

    private NativeVersion() {}
}
