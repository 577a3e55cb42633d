package dev.identityvault.capacitor.core.codec;

/** An envelope as it is stored, and what is read back of it. */
public record EncodedEnvelope(byte[] bytes, Envelope envelope) {}
