package dev.identityvault.capacitor.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of an answer.
 *
 * @param headers names in lower case; several of one name as one, with commas
 */
record ProviderHead(int status, Map<String, String> headers) {
    /** Bytes of all lines. */
    private static final int MOST = 64 * 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    /** A line that goes on in the next one is none: RFC 9112 §5.2. */
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    static ProviderHead read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        Matcher status = STATUS.matcher(lines.next());
        if (!status.matches()) throw new IOException("no answer of HTTP");
        Map<String, String> headers = new HashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) throw new IOException("no header");
            String name = header.group(1).toLowerCase(Locale.ROOT);
            String before = headers.get(name);
            String value = header.group(2);
            headers.put(name, before == null ? value : before + ", " + value);
        }
        return new ProviderHead(Integer.parseInt(status.group(1)), headers);
    }

    /** Another one follows. */
    boolean isInterim() {
        return status < 200;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** Whether nothing follows, whatever the headers say. */
    boolean isWithoutBody() {
        return status == 204;
    }

    /** Lines that end with CR LF or LF, up to a limit in all. */
    static final class Lines {
        private final InputStream in;
        private int left = MOST;

        Lines(InputStream in) {
            this.in = in;
        }

        /** Without its end. */
        String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                left -= 1;
                if (read < 0 || left < 0) throw new IOException("no end of a line");
                line.write(read);
            }
            String text = new String(line.toByteArray(), StandardCharsets.ISO_8859_1);
            String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            if (!bare.matches("[\\t\\x20-\\x7e\\x80-\\xff]*")) throw new IOException("no text");
            return bare;
        }
    }
}
