package dev.identityvault.capacitor.auth;

import java.util.List;

/**
 * What a provider answered.
 *
 * @param headers only those that are told
 */
public record ProviderAnswer(int status, List<ProviderHeader> headers, String body) {
    /** A token may be in it. */
    @Override
    public String toString() {
        return "ProviderAnswer";
    }
}
