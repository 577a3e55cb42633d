package dev.identityvault.capacitor.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What follows the head of an answer, up to a limit. RFC 9112 §6. */
final class ProviderBody {
    /** Bytes. */
    static final int MOST = 1024 * 1024;

    private static final int PIECE = 8192;

    /** Zeroes what it collected. */
    private static final class Collected extends ByteArrayOutputStream {
        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }

    private final InputStream in;
    private final Collected collected = new Collected();

    private ProviderBody(InputStream in) {
        this.in = in;
    }

    /**
     * @return the caller wipes it
     * @throws IOException it is too long, encoded, or ends too early
     */
    static byte[] read(InputStream in, ProviderHead head) throws IOException {
        ProviderBody body = new ProviderBody(in);
        try {
            if (!head.isWithoutBody()) body.readAll(head);
            return body.collected.toByteArray();
        } finally {
            body.collected.wipe();
        }
    }

    private void readAll(ProviderHead head) throws IOException {
        String encoding = head.headers().get("content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity"))
            throw new IOException("an encoding that was not asked for");
        String coding = head.headers().get("transfer-encoding");
        String length = head.headers().get("content-length");
        if (coding != null && length != null) throw new IOException("two lengths");
        if (coding != null) readChunks(coding);
        else if (length != null) readExactly(number(length, 10));
        else readToEnd();
    }

    private void readChunks(String coding) throws IOException {
        if (!coding.equalsIgnoreCase("chunked")) throw new IOException("an unknown coding");
        // The lines about the pieces have the limit of a head.
        ProviderHead.Lines lines = new ProviderHead.Lines(in);
        while (true) {
            int size = number(lines.next().split(";", 2)[0].trim(), 16);
            if (size == 0) return;
            readExactly(size);
            if (!lines.next().isEmpty()) throw new IOException("no end of a piece");
        }
    }

    private void readToEnd() throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) add(piece, read);
    }

    private void readExactly(int size) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int left = size; left > 0; ) {
            int read = in.read(piece, 0, Math.min(left, PIECE));
            if (read < 0) throw new IOException("an early end");
            add(piece, read);
            left -= read;
        }
    }

    private void add(byte[] piece, int length) throws IOException {
        collected.write(piece, 0, length);
        Arrays.fill(piece, 0, length, (byte) 0);
        if (collected.size() > MOST) throw new IOException("too long");
    }

    /** Not more than the limit of all. */
    private static int number(String text, int radix) throws IOException {
        if (!text.matches("[0-9A-Fa-f]{1,7}")) throw new IOException("no length");
        try {
            int number = Integer.parseInt(text, radix);
            if (number <= MOST) return number;
        } catch (NumberFormatException otherDigits) {
            // As below.
        }
        throw new IOException("no length, or too long");
    }
}
