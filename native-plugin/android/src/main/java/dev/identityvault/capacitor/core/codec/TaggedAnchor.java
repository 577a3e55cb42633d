package dev.identityvault.capacitor.core.codec;

/**
 * An anchor as it is stored.
 *
 * @param untagged what the tag authenticates
 */
public record TaggedAnchor(Anchor anchor, byte[] untagged, byte[] tag) {}
