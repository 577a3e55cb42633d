package dev.identityvault.phone.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;

/** One JSON object a line: commands come in, answers and events go out. */
final class Lines {
    private static final JSONObject END = new JSONObject();
    private static final BlockingQueue<JSONObject> COMMANDS = new LinkedBlockingQueue<>();
    private static PrintStream out;

    private Lines() {}

    /** Once for all processes: what is read ahead by one belongs to the next. */
    static synchronized void open() {
        if (out != null) return;
        out = System.out;
        // Whatever prints must not come between the lines.
        System.setOut(System.err);
        Thread reader = new Thread(Lines::read, "commands");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                COMMANDS.add(new JSONObject(line));
        } catch (IOException | JSONException failure) {
            failure.printStackTrace();
        }
        COMMANDS.add(END);
    }

    /**
     * @return {@code null}: none came in a moment
     */
    static JSONObject next() throws InterruptedException {
        return COMMANDS.poll(4, TimeUnit.MILLISECONDS);
    }

    static boolean isEnd(JSONObject command) {
        return command == END;
    }

    static synchronized void write(JSONObject line) {
        out.println(line);
        out.flush();
    }

    static void answer(int id, String name, Object value) {
        write(json("id", id, name, value));
    }

    static void tell(String event, String name, Object value) {
        write(json("event", event, name, value));
    }

    private static JSONObject json(String first, Object one, String second, Object other) {
        try {
            return new JSONObject().put(first, one).put(second, other);
        } catch (JSONException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
