package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.ports.Random;

/**
 * What only the main frame knows, because only it gets answers. Made once in a process. BRIDGE.md
 * §3.
 */
final class Capability {
    private final String text;

    Capability(Random random) {
        text = Base64Url.of(random.bytes(32));
    }

    /** For the answer to {@code hello}, and for nothing else. */
    String text() {
        return text;
    }

    /** In the same time whichever character differs. */
    boolean isPresented(Object presented) {
        if (!(presented instanceof String given) || given.length() != text.length()) return false;
        int difference = 0;
        for (int at = 0; at < text.length(); at++) difference |= text.charAt(at) ^ given.charAt(at);
        return difference == 0;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "Capability";
    }
}
