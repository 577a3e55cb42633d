package dev.identityvault.capacitor.auth;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A header of a message to a provider or from it.
 *
 * @param name in lower case
 */
public record ProviderHeader(String name, String value) {
    /** Those that may be sent. */
    private static final List<String> SENT =
            Arrays.asList("accept", "content-type", "authorization", "dpop");

    /** Those that are told of an answer, in this order. */
    static final List<String> TOLD =
            Collections.unmodifiableList(
                    Arrays.asList(
                            "content-type",
                            "dpop-nonce",
                            "www-authenticate",
                            "date",
                            "cache-control",
                            "retry-after"));

    /** One that a provider needs, and that would not be two. */
    public boolean isSendable() {
        return SENT.contains(name) && value.matches("[\\x20-\\x7e]*");
    }

    /** A token may be in it. */
    @Override
    public String toString() {
        return "ProviderHeader";
    }
}
