package dev.identityvault.capacitor.bridge.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers each connection with the bytes that a test gave it, and writes down what it heard. */
public final class TestServer {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)\r\n");

    private final ServerSocket server;
    private final Semaphore accepting = new Semaphore(1);
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch isHeard = new CountDownLatch(1);
    private volatile String heard = "";
    private final Semaphore hungUp = new Semaphore(0);
    private volatile boolean waits;

    public TestServer() {
        try {
            server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        Thread thread = new Thread(this::serve, "test-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public void answer(String text) {
        answer(text.getBytes(StandardCharsets.UTF_8));
    }

    public void answer(byte[] first, int... more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        for (int each : more) all.write(each);
        answers.add(all.toByteArray());
    }

    /** It answers nothing, and does not hang up. */
    public void waits() {
        waits = true;
    }

    /** The last request. */
    public String heard() {
        return heard;
    }

    public void awaitRequest() throws InterruptedException {
        if (!isHeard.await(10, TimeUnit.SECONDS)) throw new AssertionError("no request");
    }

    /** Whether the caller hung up, once for each connection. */
    public boolean isClosed() {
        try {
            return hungUp.tryAcquire(10, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    /** While a thread is about to accept, the system still takes connections for it. */
    public void close() throws IOException {
        server.close();
        accepting.acquireUninterruptibly();
        accepting.release();
    }

    private Socket accepted() throws IOException {
        accepting.acquireUninterruptibly();
        try {
            return server.accept();
        } finally {
            accepting.release();
        }
    }

    private void serve() {
        try {
            while (true) {
                try (Socket socket = accepted()) {
                    exchange(socket);
                    hungUp.release();
                }
            }
        } catch (IOException | InterruptedException closedByTest) {
            // The test is over.
        }
    }

    private void exchange(Socket socket) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        try {
            heard = request(in);
            isHeard.countDown();
            if (!waits) {
                socket.getOutputStream().write(answers.take());
                socket.shutdownOutput();
            }
            while (in.read() >= 0) {
                // Until the caller hangs up.
            }
        } catch (SocketException hungUp) {
            // It did not want to hear all of it.
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) return text;
            head.write(read);
            if (read == '\n') text = head.toString(StandardCharsets.UTF_8);
        }
        Matcher length = LENGTH.matcher(text);
        int more = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text + new String(in.readNBytes(more), StandardCharsets.UTF_8);
    }
}
