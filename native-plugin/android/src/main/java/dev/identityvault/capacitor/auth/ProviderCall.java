package dev.identityvault.capacitor.auth;

import java.util.List;

/**
 * What is sent to a provider. BRIDGE.md §4.1.
 *
 * @param method {@code GET} or {@code POST}
 * @param body {@code null}: none
 * @param timeout of all of it, milliseconds
 */
public record ProviderCall(
        String method, String url, List<ProviderHeader> headers, String body, long timeout) {
    /** A token may be in it. */
    @Override
    public String toString() {
        return "ProviderCall";
    }
}
