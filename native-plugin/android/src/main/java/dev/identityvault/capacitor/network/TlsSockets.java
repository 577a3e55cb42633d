package dev.identityvault.capacitor.network;

import android.os.Build;

import dev.identityvault.capacitor.api.Api24;
import dev.identityvault.capacitor.auth.ProviderSockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS as the system does it, with the authorities that the system and the app's manifest trust. */
public final class TlsSockets implements ProviderSockets {
    private static final List<String> PROTOCOLS = Arrays.asList("TLSv1.3", "TLSv1.2");

    @Override
    public Socket open(String host, int port, int timeout) throws IOException {
        Socket plain = connect(host, port, timeout);
        try {
            plain.setSoTimeout(timeout);
            return secured(plain, host, port);
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    /** A name may have an address that can't be reached here, such as one of version 6. */
    private static Socket connect(String host, int port, int timeout) throws IOException {
        IOException last = new IOException("no address");
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                int share = Math.max(1, timeout / addresses.length);
                socket.connect(new InetSocketAddress(address, port), share);
                return socket;
            } catch (IOException failure) {
                socket.close();
                last = failure;
            }
        }
        throw last;
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) factory().createSocket(plain, host, port, true);
        socket.setEnabledProtocols(allowed(socket.getSupportedProtocols()));
        if (Build.VERSION.SDK_INT >= 24) Api24.verifyHost(socket);
        socket.startHandshake();
        // Before Android 7 nobody else compares it; and it does no harm twice.
        Certificate[] chain = socket.getSession().getPeerCertificates();
        if (!CertificateNames.have(host, (X509Certificate) chain[0]))
            throw new IOException("another host");
        return socket;
    }

    /** Not the default one of the process, which another library may have replaced. */
    private static SSLSocketFactory factory() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException failure) {
            throw new IOException("no TLS", failure);
        }
    }

    private static String[] allowed(String[] supported) {
        List<String> allowed = new ArrayList<>(PROTOCOLS);
        allowed.retainAll(Arrays.asList(supported));
        return allowed.toArray(new String[0]);
    }
}
