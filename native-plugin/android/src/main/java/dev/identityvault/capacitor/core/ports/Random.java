package dev.identityvault.capacitor.core.ports;

/** Cryptographic randomness. */
public interface Random {
    byte[] bytes(int length);
}
