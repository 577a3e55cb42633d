package dev.identityvault.capacitor.core.codec;

/**
 * An encrypted vault as it is stored. FORMAT.md §4.
 *
 * @param headerBytes the header as stored: the payload's additional data
 * @param payloadNonce 12 bytes
 * @param ciphertext where it is stored, in the bytes that this was read of
 */
public record Envelope(Header header, byte[] headerBytes, byte[] payloadNonce, Slice ciphertext) {}
