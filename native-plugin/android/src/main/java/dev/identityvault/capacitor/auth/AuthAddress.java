package dev.identityvault.capacitor.auth;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a provider that may be opened and asked, in its parts. BRIDGE.md §4.5.
 *
 * @param host in lower case
 * @param target path and query, as they stand in the first line of a request
 */
record AuthAddress(String host, int port, String target) {
    /** What RFC 3986 lets an address have, in whole encodings. Brackets have no place in these. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++");

    /** Scheme, authority, the rest up to the fragment. */
    private static final Pattern PARTS = Pattern.compile("(?i:https)://([^/?#]*)([^#]*)(?:#.*)?");

    static final String HOST =
            "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*";

    private static final Pattern AUTHORITY =
            Pattern.compile("(" + HOST + ")(?::([1-9][0-9]{0,4}))?");

    private static final int DEFAULT_PORT = 443;
    private static final int MOST_PORT = 65_535;

    /** {@code null}: it is none that may be opened or asked. */
    static AuthAddress of(String address) {
        if (!isAddress(address)) return null;
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) return null;
        // Only ASCII is left, so that no letter becomes another kind of letter.
        Matcher authority = AUTHORITY.matcher(parts.group(1).toLowerCase(Locale.ROOT));
        if (!authority.matches()) return null;
        String port = authority.group(2);
        int number = port == null ? DEFAULT_PORT : Integer.parseInt(port);
        if (number > MOST_PORT) return null;
        return new AuthAddress(authority.group(1), number, target(parts.group(2)));
    }

    /** Only characters that an address has. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    private static String target(String rest) {
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /** Always with its port. */
    String origin() {
        return "https://" + host + ":" + port;
    }

    /** As a request names it: without the port where that is the usual one. */
    String authority() {
        return port == DEFAULT_PORT ? host : host + ":" + port;
    }
}
