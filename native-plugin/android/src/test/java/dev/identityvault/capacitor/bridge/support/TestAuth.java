package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.auth.AuthBrowser;
import dev.identityvault.capacitor.auth.AuthOrigins;
import dev.identityvault.capacitor.auth.AuthPage;
import dev.identityvault.capacitor.auth.PlatformAuth;
import dev.identityvault.capacitor.auth.ProviderSockets;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.Turns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A browser that shows what it is told, and a network with one server, without TLS. */
public final class TestAuth implements AuthBrowser, ProviderSockets {
    public static final String ORIGIN = "https://login.example.com";

    public final List<AuthPage> shown = new ArrayList<>();

    /** As {@code host:port timeout}. */
    public final List<String> opened = new ArrayList<>();

    /** What becomes of the next page; {@code false}: the app is out of sight. */
    public Answer<Boolean> showing = Answer.of(true);

    /** Of the server, on this machine. */
    public int port;

    public PlatformAuth ports() {
        return new PlatformAuth(AuthOrigins.of(ORIGIN), this, this, new Turns());
    }

    @Override
    public Answer<Boolean> show(AuthPage page) {
        shown.add(page);
        return showing;
    }

    @Override
    public Socket open(String host, int asked, int timeout) throws IOException {
        opened.add(host + ":" + asked + " " + timeout);
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
