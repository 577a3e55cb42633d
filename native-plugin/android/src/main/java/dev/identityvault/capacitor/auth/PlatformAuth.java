package dev.identityvault.capacitor.auth;

import dev.identityvault.capacitor.vaults.Turns;

/**
 * What a sign-in needs of the platform.
 *
 * @param turns those of every prompt of the process: one is shown at a time
 */
public record PlatformAuth(
        AuthOrigins origins, AuthBrowser browser, ProviderSockets sockets, Turns turns) {}
