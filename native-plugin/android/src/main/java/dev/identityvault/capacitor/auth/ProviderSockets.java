package dev.identityvault.capacitor.auth;

import java.io.IOException;
import java.net.Socket;

/**
 * Ways to providers: the system has proved that the host at the other end is the one of the
 * address.
 */
public interface ProviderSockets {
    /**
     * @param timeout of the connection, milliseconds
     * @throws IOException there is no way to it, or it is another one
     */
    Socket open(String host, int port, int timeout) throws IOException;
}
