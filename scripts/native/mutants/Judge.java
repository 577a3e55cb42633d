package dev.identityvault.mutants;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs tests for one mutant after the other, each in classes that are loaded anew. Every line of
 * the input has a mutant's number, how many milliseconds it may take, and the names of test
 * classes; every line of the output has what came of it. Number 0 is no mutant: told is what each
 * class reaches.
 */
public final class Judge {
    /** Of PBKDF2, which no mutant changes: derived once for all of them. */
    public static final Map<String, byte[]> DERIVED = new ConcurrentHashMap<>();

    private static final String TOO_LONG = "the time limit";

    private final URL[] judged;

    private Judge(URL[] judged) {
        this.judged = judged;
    }

    /** @param args the folders of the classes that are judged */
    public static void main(String[] args) throws Exception {
        List<URL> judged = new ArrayList<>();
        for (String folder : args) judged.add(new File(folder).toURI().toURL());
        Judge judge = new Judge(judged.toArray(new URL[0]));
        try (Scanner lines = new Scanner(System.in)) {
            while (lines.hasNextLine()) judge.judge(lines.nextLine().split(" "));
        }
        // Threads that a mutant left behind must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    private void judge(String[] asked) throws Exception {
        String number = asked[0];
        List<String> tests = Arrays.asList(asked).subList(2, asked.length);
        System.setProperty("mutant", number);
        if (!number.equals("0")) {
            String killer = killerOf(tests, Long.parseLong(asked[1]));
            System.out.println(killer == null ? "survived " + number : "killed " + number + " " + killer);
            // What goes on for ever would go on beside the next ones.
            if (TOO_LONG.equals(killer)) Runtime.getRuntime().halt(0);
            return;
        }
        for (String test : tests) {
            long began = System.nanoTime();
            URLClassLoader loader = new URLClassLoader(judged);
            String failure = run(loader, List.of(test));
            if (failure != null) System.out.println("failed " + failure);
            Object reached = loader.loadClass("dev.identityvault.capacitor.core.Mutant").getMethod("reached").invoke(null);
            System.out.println("reached " + test + " " + (System.nanoTime() - began) / 1_000_000 + " " + reached);
        }
    }

    private String killerOf(List<String> tests, long limit) throws InterruptedException {
        AtomicReference<String> killer = new AtomicReference<>(TOO_LONG);
        Thread thread =
                new Thread(
                        () -> {
                            try (URLClassLoader loader = new URLClassLoader(judged)) {
                                killer.set(run(loader, tests));
                            } catch (Exception failure) {
                                killer.set(failure.toString());
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        thread.join(limit);
        return killer.get();
    }

    /** @return the first test that failed, or null */
    private static String run(URLClassLoader loader, List<String> tests) throws ClassNotFoundException {
        Thread.currentThread().setContextClassLoader(loader);
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().filters(EngineFilter.includeEngines("junit-jupiter"));
        for (String test : tests) request.selectors(DiscoverySelectors.selectClass(loader.loadClass(test)));
        FirstFailure first = new FirstFailure();
        try {
            LauncherFactory.create().execute(request.build(), first);
        } catch (Enough enough) {
            return first.test;
        }
        if (first.passed == 0) return "no test was run";
        return null;
    }

    private static final class FirstFailure implements TestExecutionListener {
        private String test;
        private int passed;

        @Override
        public void executionFinished(TestIdentifier each, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed += each.isTest() ? 1 : 0;
                return;
            }
            String failure = result.getThrowable().map(Throwable::toString).orElse("");
            test = (each.getDisplayName() + " " + failure).replaceAll("\\s+", " ");
            throw new Enough();
        }
    }

    /** Only an error of this kind ends a run of JUnit. */
    private static final class Enough extends OutOfMemoryError {
        private static final long serialVersionUID = 1;
    }
}
