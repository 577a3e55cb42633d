package dev.identityvault.capacitor.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sign-in comes back to. An address that arrives may come from anybody: only what fits both
 * is the answer. BRIDGE.md §4.5.
 *
 * @param url without query and fragment
 * @param state that the provider gives back; {@code null}: none was asked for
 */
public record AuthCallback(String url, String state) {
    private static final Pattern PRIVATE =
            Pattern.compile("[a-z][a-z0-9+-]*(?:\\.[a-z0-9+-]+)+:/.*");

    private static final Pattern HTTPS = Pattern.compile("https://" + AuthAddress.HOST + "/.*");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)(:.*)");

    /** Whether a sign-in can come back here. */
    public boolean isUsable() {
        boolean isPlace = AuthAddress.isAddress(url) && !url.matches(".*[?#@].*");
        Pattern kind = url.startsWith("https:") ? HTTPS : PRIVATE;
        return isPlace && kind.matcher(url).matches();
    }

    boolean isAnsweredBy(String address) {
        return isPlaceOf(address) && (state == null || state.equals(stateOf(address)));
    }

    /** Whether it comes here, from whomever. */
    boolean isPlaceOf(String address) {
        return place(address).equals(url);
    }

    /** Without query and fragment, the scheme in lower case. */
    private static String place(String address) {
        String place = address.split("[?#]", 2)[0];
        Matcher parts = SCHEME.matcher(place);
        if (!parts.matches()) return place;
        return parts.group(1).toLowerCase(Locale.ROOT) + parts.group(2);
    }

    /** {@code null}: its query has none, or more than one. */
    static String stateOf(String address) {
        List<String> states = new ArrayList<>();
        for (String part : query(address).split("&", -1)) {
            String[] pair = part.split("=", 2);
            boolean isState = decoded(pair[0]).equals("state");
            if (isState) states.add(pair.length == 1 ? "" : decoded(pair[1]));
        }
        return states.size() == 1 ? states.get(0) : null;
    }

    private static String query(String address) {
        String[] parts = address.split("#", 2)[0].split("\\?", 2);
        return parts.length == 1 ? "" : parts[1];
    }

    /** As a form is written. An encoding that is none stands for itself, as in JavaScript. */
    private static String decoded(String text) {
        byte[] encoded = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int at = 0; at < encoded.length; at++) {
            int high = encoded[at] == '%' ? digit(encoded, at + 1) : -1;
            int low = high < 0 ? -1 : digit(encoded, at + 2);
            decoded.write(low < 0 ? encoded[at] : high * 16 + low);
            if (low >= 0) at += 2;
        }
        return new String(decoded.toByteArray(), StandardCharsets.UTF_8);
    }

    private static int digit(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] >= 0 ? Character.digit((char) bytes[at], 16) : -1;
    }

    /** The address and the state are nobody else's business. */
    @Override
    public String toString() {
        return "AuthCallback";
    }
}
