package dev.identityvault.capacitor.core.codec;

/**
 * Which envelope.
 *
 * @param generation a u32, not 0
 * @param digest the SHA-256 of all its bytes
 */
public record EnvelopeRef(long generation, byte[] digest) {}
