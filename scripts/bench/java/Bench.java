package dev.identityvault.bench;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.slots.Passcode;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.state.LockSettings;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.support.world.FakeHost;
import dev.identityvault.capacitor.core.vault.CoreSettings;
import dev.identityvault.capacitor.core.vault.CoreVault;
import dev.identityvault.capacitor.core.vault.WriteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code times FOLDER ROUNDS}: how long what a vault does takes, beside the calls that it made, made
 * again without it. One JSON document. {@code hold FOLDER TASK BYTES HELD}: does it with a vault of
 * this size, while so many other bytes are held, to see in how little memory that can be done.
 */
public final class Bench {
    private static final String PASSCODE = "correct horse";

    /** Of what was noted, one operation of cryptography and one file; an unlock derives the key, too. */
    private static final Map<String, Set<String>> BARE =
            Map.of(
                    "read", Set.of("envelope read", "open"),
                    "write", Set.of("envelope write", "seal"),
                    "unlock", Set.of("envelope read", "kdf", "unwrap"));

    /** Takes room in the heap. What a caller writes is its own, and no memory of the vault: it is a part of this. */
    private static volatile byte[] othersHold;

    private final Bare bare;
    private final CoreVault core;
    private final byte[] value;

    private Bench(Bare bare, int size) {
        this.bare = bare;
        value = new byte[size];
        Arrays.fill(value, (byte) '1');
        CoreSettings settings = new CoreSettings(new byte[32], new LockSettings(null, false));
        core = new CoreVault(bare.ports(), Runnable::run, new FakeHost(), settings);
        VaultPolicy policy = new VaultPolicy(Mode.PASSCODE_ONLY, Enrolment.REQUIRE_OTHER, 5, true, false);
        SlotRequest slot = SlotRequest.passcode(Passcode.normalise(PASSCODE.toCharArray()));
        core.create(new NewVault(policy, List.of(slot), Map.of("session", value))).await();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("hold")) hold(folder, arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        else System.out.println(times(folder, Integer.parseInt(arguments[2])));
    }

    private void run(String task) {
        switch (task) {
            case "read" -> core.values().await();
            case "write" -> core.write(Map.of("session", value), WriteOptions.none()).await();
            default -> core.unlockWith(Kind.APP_PASSCODE, PASSCODE.toCharArray()).await();
        }
    }

    private void prepare(String task) {
        if (task.equals("unlock")) core.lock();
    }

    private static void hold(Path folder, String task, int size, int held) {
        Bench bench = new Bench(new Bare(new Stored(folder), new Stored(null)), size);
        othersHold = new byte[held - size];
        for (int round = 0; round < (task.equals("unlock") ? 2 : 10); round += 1) {
            bench.prepare(task);
            // What the process has itself moves to where large arrays are: also when there are none to make it.
            System.gc();
            bench.run(task);
        }
    }

    private static String times(Path folder, int rounds) throws Exception {
        List<String> stores = new ArrayList<>();
        // In memory first: what is compiled there needs few rounds on a disk.
        for (String store : new String[] {"memory", "disk"}) {
            boolean isOnDisk = store.equals("disk");
            Bench bench = new Bench(new Bare(stored(folder, "core", isOnDisk), stored(folder, "format", isOnDisk)), 1000);
            List<String> tasks = new ArrayList<>();
            for (String task : new String[] {"read", "write", "unlock"})
                tasks.add("\"" + task + "\":" + bench.measured(task, task.equals("unlock") ? Math.max(3, rounds / 10) : rounds));
            stores.add("\"" + store + "\":{" + String.join(",", tasks) + "}");
        }
        return "{" + String.join(",", stores) + "}";
    }

    private static Stored stored(Path folder, String name, boolean isOnDisk) throws Exception {
        return new Stored(isOnDisk ? Files.createDirectories(folder.resolve(name)) : null);
    }

    private String measured(String task, int rounds) {
        prepare(task);
        List<Bare.Noted> format = bare.note(() -> run(task));
        List<Bare.Noted> least = new ArrayList<>();
        for (Bare.Noted each : format) if (BARE.get(task).contains(each.kind())) least.add(each);
        Contest contest =
                new Contest(() -> prepare(task), List.of(() -> again(least), () -> again(format), () -> run(task)));
        // An unlock is a long loop of one primitive, and compiled after the first.
        if (task.equals("unlock")) contest.run(2);
        else contest.warmUp();
        double[][] times = contest.run(rounds);
        return "{\"bare\":%s,\"format\":%s,\"core\":%s}"
                .formatted(Arrays.toString(times[0]), Arrays.toString(times[1]), Arrays.toString(times[2]));
    }

    private static void again(List<Bare.Noted> noted) {
        for (Bare.Noted each : noted) each.again().run();
    }
}
