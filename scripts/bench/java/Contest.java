package dev.identityvault.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several ways to do the same, in turn, so that all of them see the same machine. */
final class Contest {
    /** Rounds whose medians are compared with those of as many before. */
    private static final int WINDOW = 2000;

    private static final int LEAST_WINDOWS = 5;
    private static final double STEADY = 0.97;

    /** Where a round waits for a disk, there is little to compile that was not called in memory before. */
    private static final long LONGEST_NANOS = 15_000_000_000L;

    private final Runnable prepare;
    private final List<Runnable> ways;

    Contest(Runnable prepare, List<Runnable> ways) {
        this.prepare = prepare;
        this.ways = ways;
    }

    /**
     * Java compiles what is called often, and better when it is called more often. Each way gets the
     * same rounds, until none of them becomes faster any more.
     */
    void warmUp() {
        long end = System.nanoTime() + LONGEST_NANOS;
        double[] before = medians(WINDOW, end);
        for (int windows = 2; System.nanoTime() < end; windows += 1) {
            double[] now = medians(WINDOW, end);
            if (windows >= LEAST_WINDOWS && isSteady(before, now)) return;
            before = now;
        }
    }

    /** Milliseconds, of each way in each round. */
    double[][] run(int rounds) {
        return run(rounds, Long.MAX_VALUE);
    }

    private double[][] run(int rounds, long end) {
        List<double[]> measured = new ArrayList<>();
        while (measured.size() < rounds && System.nanoTime() < end) measured.add(round());
        double[][] times = new double[ways.size()][measured.size()];
        for (int way = 0; way < ways.size(); way += 1)
            for (int round = 0; round < measured.size(); round += 1) times[way][round] = measured.get(round)[way];
        return times;
    }

    private double[] round() {
        prepare.run();
        double[] times = new double[ways.size()];
        for (int way = 0; way < times.length; way += 1) {
            long started = System.nanoTime();
            ways.get(way).run();
            times[way] = (System.nanoTime() - started) / 1e6;
        }
        return times;
    }

    private double[] medians(int rounds, long end) {
        double[][] times = run(rounds, end);
        double[] medians = new double[times.length];
        for (int way = 0; way < times.length; way += 1) {
            Arrays.sort(times[way]);
            medians[way] = times[way].length == 0 ? 0 : times[way][times[way].length / 2];
        }
        return medians;
    }

    private static boolean isSteady(double[] before, double[] now) {
        for (int way = 0; way < now.length; way += 1) if (now[way] < before[way] * STEADY) return false;
        return true;
    }
}
