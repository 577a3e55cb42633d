package dev.identityvault.capacitor.auth;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One request and its answer over one connection, as HTTP/1.1 has it (RFC 9112). */
final class ProviderExchange {
    private ProviderExchange() {}

    /**
     * @throws IOException there is no answer that could be told
     */
    static ProviderAnswer over(Socket socket, ProviderCall call, AuthAddress address)
            throws IOException {
        byte[] body = call.body() == null ? new byte[0] : bytes(call.body());
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head(call, address, body.length));
            out.write(body);
            out.flush();
        } finally {
            Arrays.fill(body, (byte) 0);
        }
        return read(new BufferedInputStream(socket.getInputStream()));
    }

    private static byte[] head(ProviderCall call, AuthAddress address, int length) {
        StringBuilder head = new StringBuilder();
        line(head, call.method() + " " + address.target() + " HTTP/1.1");
        line(head, "Host: " + address.authority());
        line(head, "User-Agent: capacitor-identity-vault");
        line(head, "Accept-Encoding: identity");
        line(head, "Connection: close");
        for (ProviderHeader header : call.headers())
            line(head, header.name() + ": " + header.value());
        if (call.body() != null || call.method().equals("POST"))
            line(head, "Content-Length: " + length);
        line(head, "");
        return bytes(head.toString());
    }

    private static void line(StringBuilder head, String text) {
        head.append(text).append("\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProviderAnswer read(InputStream in) throws IOException {
        ProviderHead head = ProviderHead.read(in);
        while (head.isInterim()) head = ProviderHead.read(in);
        if (head.isRedirect()) throw new IOException("a redirect");
        byte[] body = ProviderBody.read(in, head);
        try {
            return new ProviderAnswer(head.status(), told(head.headers()), text(body));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static List<ProviderHeader> told(Map<String, String> headers) {
        List<ProviderHeader> told = new ArrayList<>();
        for (String name : ProviderHeader.TOLD) {
            String value = headers.get(name);
            if (value != null) told.add(new ProviderHeader(name, value));
        }
        return told;
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
