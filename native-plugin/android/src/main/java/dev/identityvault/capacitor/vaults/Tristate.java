package dev.identityvault.capacitor.vaults;

/** {@code UNKNOWN}: it can't be found out here; never read it as yes. */
public enum Tristate {
    YES("yes"),
    NO("no"),
    UNKNOWN("unknown");

    private final String jsName;

    Tristate(String jsName) {
        this.jsName = jsName;
    }

    /** As JavaScript knows it. */
    public String jsName() {
        return jsName;
    }

    public static Tristate of(boolean isSo) {
        return isSo ? YES : NO;
    }
}
