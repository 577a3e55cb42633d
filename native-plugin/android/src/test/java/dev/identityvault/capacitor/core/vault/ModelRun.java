package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.support.world.Crash;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One story on one device, compared with the model after each step. */
final class ModelRun {
    /** What happened in all stories, or they would show nothing. */
    static final class Tally {
        int operations;
        int crashes;
        int news;
        int olds;
    }

    private final World world = new World(7);
    private final Set<String> used = new HashSet<>();
    private final VaultProcess.Options options;
    private final Tally tally;
    private VaultModel model = VaultModel.EMPTY;
    private VaultProcess process;

    ModelRun(boolean joint, Tally tally) {
        options = new VaultProcess.Options().joint(joint);
        this.tally = tally;
        process = new VaultProcess(world, options);
    }

    void run(List<ModelOperation.Step> story) {
        for (ModelOperation.Step step : story) run(step);
        assertTrue(isStored(model.stored()), "at the end");
    }

    private void run(ModelOperation.Step step) {
        ModelOperation operation = step.operation();
        if (operation instanceof ModelOperation.Restart) restart();
        tally.operations += 1;
        ModelOperation.Expectation expected = operation.expected(model);
        if (step.crashAt() != null) process.endsAfter(step.crashAt());
        String outcome = outcomeOf(() -> perform(operation));
        if (outcome.equals("crash")) {
            tally.crashes += 1;
            restart();
            model = found(operation, expected.models()).locked();
        } else {
            process.goesOn();
            assertEquals(String.valueOf(expected.refusal()), outcome, operation::toString);
            model = expected.last();
        }
        assertRevoked();
        assertEquals(model.phase(), process.phase().name(), operation::toString);
        if (model.isUnlocked()) assertEquals(model.stored().values(), process.values());
    }

    private void restart() {
        process = new VaultProcess(world, options);
        outcomeOf(process::start);
    }

    /** {@code null} as text: it was done. */
    private static String outcomeOf(Runnable task) {
        try {
            task.run();
            return "null";
        } catch (Crash crash) {
            return "crash";
        } catch (CoreError refusal) {
            return refusal.code().name();
        }
    }

    private void perform(ModelOperation operation) {
        if (operation instanceof ModelOperation.Create create) create(create);
        else if (operation instanceof ModelOperation.Write write)
            process.write(write.key(), write.value());
        else if (operation instanceof ModelOperation.Rekey rekey) rekey(rekey.passcode());
        else if (operation instanceof ModelOperation.DropFinger) dropFinger();
        else if (operation instanceof ModelOperation.Unlock unlock) unlock(unlock.isRight());
        else if (operation instanceof ModelOperation.UnlockByFinger) process.unlockByFinger();
        else if (operation instanceof ModelOperation.Lock) process.core.lock();
        else if (operation instanceof ModelOperation.Erase) process.erase();
        else if (operation instanceof ModelOperation.Background stay) stay(stay.time());
        else if (operation instanceof ModelOperation.Lease lease) lease(lease);
    }

    private static VaultPolicy policy(boolean hasFinger) {
        Mode mode = hasFinger ? Mode.BIOMETRIC_AND_PASSCODE : Mode.PASSCODE_ONLY;
        int attempts = ModelOperation.MAX_ATTEMPTS;
        return new VaultPolicy(mode, Enrolment.REQUIRE_OTHER, attempts, true, false);
    }

    private void create(ModelOperation.Create create) {
        VaultPolicy policy = policy(create.finger());
        process.create(
                create.finger()
                        ? Vaults.withBoth(policy, create.passcode(), "session", create.value())
                        : Vaults.withPasscode(
                                policy, create.passcode(), "session", create.value()));
    }

    private void rekey(String passcode) {
        boolean hasFinger = model.stored() != null && model.stored().hasFinger();
        Set<Kind> keep = hasFinger ? Set.of(Kind.BIOMETRIC) : Set.of();
        process.rekey(
                new RekeyRequest(policy(hasFinger), keep, List.of(Vaults.passcodeSlot(passcode))));
    }

    private void dropFinger() {
        process.rekey(new RekeyRequest(policy(false), Set.of(Kind.APP_PASSCODE), List.of()));
    }

    private void unlock(boolean isRight) {
        world.now.addAndGet(3_600_000);
        String right = model.stored() == null ? "1234" : model.stored().passcode();
        process.unlock(isRight ? right : "0000");
    }

    private void stay(long time) {
        process.core.pause();
        world.now.addAndGet(time);
        process.core.resume();
    }

    private void lease(ModelOperation.Lease lease) {
        process.beginLease("session");
        process.core.lock();
        world.now.addAndGet(lease.time());
        process.writeWithLease("session", lease.value());
    }

    private VaultModel found(ModelOperation operation, List<VaultModel> models) {
        for (VaultModel each : models) {
            if (!isStored(each.stored())) continue;
            if (each.equals(models.get(0))) tally.olds += 1;
            else tally.news += 1;
            return each;
        }
        throw new AssertionError("after " + operation + ", neither the old state nor the new");
    }

    /** Whether exactly this is stored: looked at on a copy, with the passcode of the model. */
    private boolean isStored(VaultModel.Stored stored) {
        World copy = world.copy();
        VaultProcess looking = new VaultProcess(copy);
        LoadedVault vault = looking.start();
        if (vault == null || stored == null) return vault == null && stored == null;
        boolean hasFinger = copy.slotIdOf(Kind.BIOMETRIC) != null;
        if (vault.anchor().attempts() != stored.attempts() || hasFinger != stored.hasFinger())
            return false;
        copy.now.addAndGet(3_600_000);
        String outcome = outcomeOf(() -> looking.unlock(stored.passcode()));
        return outcome.equals("null") && looking.values().equals(stored.values());
    }

    /** Slots that were once in use and aren't any more have no keys left: they are revoked. */
    private void assertRevoked() {
        Set<String> current = new HashSet<>();
        Envelope envelope = world.storedEnvelope();
        if (envelope != null)
            for (Slot slot : envelope.header().slots())
                current.add(Bytes.hex(slot.head().slotId()));
        used.addAll(current);
        List<String> alive = new ArrayList<>();
        for (String name : world.ring.keySet()) {
            String slotId = name.substring(0, name.length() - ".prf".length());
            slotId = slotId.substring(slotId.lastIndexOf('.') + 1);
            if (used.contains(slotId) && !current.contains(slotId)) alive.add(slotId);
        }
        assertEquals(List.of(), alive);
    }
}
