package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.core.support.world.World;
import dev.identityvault.capacitor.vaults.Timer;

import java.util.ArrayList;
import java.util.List;

/** Time passes when the test says so. */
public final class TestTimer implements Timer {
    private record Waiting(long due, Runnable callback) {}

    private final World world;
    private final List<Waiting> waiting = new ArrayList<>();

    TestTimer(World world) {
        this.world = world;
    }

    @Override
    public Runnable after(long delay, Runnable callback) {
        Waiting one = new Waiting(world.now.get() + delay, callback);
        waiting.add(one);
        return () -> waiting.remove(one);
    }

    public void pass(long milliseconds) {
        long until = world.now.addAndGet(milliseconds);
        for (Waiting each : new ArrayList<>(waiting)) {
            if (each.due() <= until && waiting.remove(each)) each.callback().run();
        }
    }
}
