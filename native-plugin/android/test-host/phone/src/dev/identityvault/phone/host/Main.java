package dev.identityvault.phone.host;

import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;

/**
 * A phone: one process of the app after the other, as the lines on standard input tell. Robolectric
 * takes about as long to start as a phone, so the phone stays on.
 */
public final class Main {
    /** Set by the process that hears the end of the input. */
    static final String OFF = "phone.off";

    private Main() {}

    public static void main(String[] arguments) {
        while (System.getProperty(OFF) == null) {
            Result result = new JUnitCore().run(AppProcess.class);
            for (Failure failure : result.getFailures()) {
                System.err.println(failure.getTrace());
                System.exit(1);
            }
        }
        System.exit(0);
    }
}
