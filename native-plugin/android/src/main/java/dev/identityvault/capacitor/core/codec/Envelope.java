package dev.identityvault.capacitor.core.codec;

/**
 * An encrypted vault as it is stored. FORMAT.md §4.
 *
 * @param headerBytes the header as stored: the payload's additional data
 * @param payloadNonce 12 bytes
 */
public record Envelope(Header header, byte[] headerBytes, byte[] payloadNonce, byte[] ciphertext) {}
