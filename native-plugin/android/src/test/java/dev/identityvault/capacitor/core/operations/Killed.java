package dev.identityvault.capacitor.core.operations;

/** A process was killed. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
