package dev.identityvault.capacitor.core.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is done with a vault, and what it may come to. */
interface ModelOperation {
    int MAX_ATTEMPTS = 3;
    List<String> PASSCODES = List.of("1234", "5678", "caf\u00e9");

    /** Without a crash it comes to the last one, with a crash to any of them. */
    record Expectation(List<VaultModel> models, String refusal) {
        static Expectation of(VaultModel... models) {
            return new Expectation(List.of(models), null);
        }

        static Expectation refused(String code, VaultModel... models) {
            return new Expectation(List.of(models), code);
        }

        VaultModel last() {
            return models.get(models.size() - 1);
        }
    }

    Expectation expected(VaultModel model);

    /** It needs a vault that is unlocked. */
    interface Changing extends ModelOperation {
        Expectation changed(VaultModel model);

        @Override
        default Expectation expected(VaultModel model) {
            if (model.stored() == null) return Expectation.refused("NOT_FOUND", model);
            if (!model.isUnlocked()) return Expectation.refused("LOCKED", model);
            return changed(model);
        }
    }

    record Create(String passcode, boolean finger, String value) implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            return Expectation.of(model, VaultModel.created(passcode, finger, value));
        }
    }

    record Write(String key, String value) implements Changing {
        @Override
        public Expectation changed(VaultModel model) {
            return Expectation.of(model, model.with(model.stored().withValue(key, value)));
        }
    }

    record Rekey(String passcode) implements Changing {
        @Override
        public Expectation changed(VaultModel model) {
            return Expectation.of(model, model.with(model.stored().withPasscode(passcode)));
        }
    }

    record DropFinger() implements Changing {
        @Override
        public Expectation changed(VaultModel model) {
            return Expectation.of(model, model.with(model.stored().withoutFinger()));
        }
    }

    record Unlock(boolean isRight) implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            VaultModel.Stored stored = model.stored();
            if (stored == null) return Expectation.refused("NOT_FOUND", model);
            if (model.isUnlocked()) return Expectation.of(model);
            int attempts = stored.attempts() + 1;
            boolean isLast = attempts >= MAX_ATTEMPTS;
            VaultModel failed =
                    isLast ? VaultModel.EMPTY : model.with(stored.withAttempts(attempts));
            if (isRight)
                return Expectation.of(model, failed, model.with(stored.withAttempts(0)).unlocked());
            String code = isLast ? "TOO_MANY_ATTEMPTS" : "AUTHENTICATION_FAILED";
            return Expectation.refused(code, model, failed);
        }
    }

    record UnlockByFinger() implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            if (model.stored() == null) return Expectation.refused("NOT_FOUND", model);
            if (model.isUnlocked()) return Expectation.of(model);
            if (!model.stored().hasFinger()) return Expectation.refused("SLOT_NOT_FOUND", model);
            return Expectation.of(model.unlocked());
        }
    }

    record Lock() implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            return Expectation.of(model.locked());
        }
    }

    record Restart() implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            return Expectation.of(model.locked());
        }
    }

    record Erase() implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            return Expectation.of(model, VaultModel.EMPTY);
        }
    }

    record Background(long time) implements ModelOperation {
        @Override
        public Expectation expected(VaultModel model) {
            return Expectation.of(time < 5000 ? model : model.locked());
        }
    }

    record Lease(String value, long time) implements Changing {
        @Override
        public Expectation changed(VaultModel model) {
            VaultModel locked = model.locked();
            if (time >= 10_000) return Expectation.refused("LOCKED", locked);
            VaultModel written = locked.with(model.stored().withValue("session", value));
            return Expectation.of(locked, written);
        }
    }

    /**
     * One of them.
     *
     * @param crashAt which of its steps that leave something behind is the process's last; {@code
     *     null}: none
     */
    record Step(ModelOperation operation, Integer crashAt) {}

    /** A vault, so that most stories have something to lose, and then anything. */
    static List<Step> story(Random random) {
        List<Step> story = new ArrayList<>();
        story.add(new Step(create(random), null));
        int length = 1 + random.nextInt(5);
        while (story.size() <= length) {
            Integer crashAt = random.nextInt(3) == 0 ? null : (Integer) random.nextInt(25);
            story.add(new Step(any(random), crashAt));
        }
        return story;
    }

    private static Create create(Random random) {
        return new Create(passcode(random), random.nextBoolean(), value(random));
    }

    private static ModelOperation any(Random random) {
        int choice = random.nextInt(18);
        if (choice < 3) return create(random);
        if (choice < 6) {
            String key = List.of("session", "a", "b").get(random.nextInt(3));
            return new Write(key, random.nextInt(5) == 0 ? null : value(random));
        }
        if (choice < 8) return new Rekey(passcode(random));
        if (choice < 11) return new Unlock(random.nextBoolean());
        return switch (choice) {
            case 11 -> new DropFinger();
            case 12 -> new UnlockByFinger();
            case 13 -> new Lock();
            case 14 -> new Erase();
            case 15 -> new Restart();
            case 16 -> new Background(random.nextBoolean() ? 100 : 5000);
            default -> new Lease(value(random), List.of(0L, 9999L, 10_000L).get(random.nextInt(3)));
        };
    }

    private static String passcode(Random random) {
        return PASSCODES.get(random.nextInt(PASSCODES.size()));
    }

    private static String value(Random random) {
        return String.valueOf(random.nextInt(100));
    }
}
