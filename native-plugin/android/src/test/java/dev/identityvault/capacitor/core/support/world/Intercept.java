package dev.identityvault.capacitor.core.support.world;

/** What comes between the core and the device. */
public interface Intercept {
    Intercept NOTHING = (call, name) -> true;

    /**
     * May throw what the call is to be refused with, or wait.
     *
     * @param call the port and its method, such as {@code prf.destroy}
     * @return {@code false}: somebody else wrote meanwhile; only of {@code anchors.replace}
     */
    boolean before(String call, String name);
}
