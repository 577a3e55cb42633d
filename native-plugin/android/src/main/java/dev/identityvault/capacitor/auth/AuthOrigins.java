package dev.identityvault.capacitor.auth;

import dev.identityvault.capacitor.vaults.VaultRefusal;

import java.util.HashSet;
import java.util.Set;

/**
 * The origins of providers that the app's configuration names. No other is opened or asked.
 * BRIDGE.md §4.5.
 */
public final class AuthOrigins {
    private final Set<String> origins = new HashSet<>();

    private AuthOrigins() {}

    /** An entry that is no origin, and nothing else, allows nothing. */
    public static AuthOrigins of(String... entries) {
        AuthOrigins allowed = new AuthOrigins();
        for (String entry : entries) {
            String origin = originOf(entry);
            if (origin != null) allowed.origins.add(origin);
        }
        return allowed;
    }

    private static String originOf(String entry) {
        // What follows the host of an address begins with one of these.
        boolean hasMore = entry == null || entry.replace("://", "").matches(".*[/?#].*");
        AuthAddress address = hasMore ? null : AuthAddress.of(entry);
        return address == null ? null : address.origin();
    }

    /**
     * @throws VaultRefusal {@code PolicyNotMet}: it is of none of them
     */
    AuthAddress allowed(String address) {
        AuthAddress parsed = AuthAddress.of(address);
        if (parsed == null || !origins.contains(parsed.origin()))
            throw VaultRefusal.originNotAllowed();
        return parsed;
    }
}
