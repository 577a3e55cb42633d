package dev.identityvault.phone.device;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** What happens to the phone, by the names of the scenarios. */
public final class DeviceEvents {
    /** What {@code NoBackupFiles} calls a file until it takes the place of the former one. */
    private static final String TEMPORARY = ".tmp";

    private DeviceEvents() {}

    private static final Map<String, Happening> EVENTS =
            Map.ofEntries(
                    Map.entry("enrolAnother", device -> enrol(device, device.enrolment + 1)),
                    Map.entry("removeBiometrics", device -> enrol(device, 0)),
                    Map.entry("setPasscode", device -> device.isScreenLockSet = true),
                    Map.entry("removePasscode", DeviceEvents::removeScreenLock),
                    Map.entry("changePasscode", device -> {}),
                    Map.entry("fillStorage", DeviceEvents::fillStorage),
                    Map.entry("freeStorage", DeviceEvents::freeStorage),
                    Map.entry("lockScreen", device -> device.isScreenLocked = device.isScreenLockSet),
                    Map.entry("unlockScreen", DeviceEvents::unlockScreen),
                    Map.entry("lockOut", device -> device.mismatches = 5),
                    Map.entry("lockOutForGood", device -> device.isLockedOutForGood = true),
                    Map.entry("oneTouchLeft", device -> device.mismatches = 4),
                    Map.entry("reboot", DeviceEvents::reboot),
                    Map.entry("rebootUncounted", DeviceEvents::restart),
                    Map.entry("countBoot", device -> device.boots += 1),
                    Map.entry("forgetBoots", device -> device.boots = 0),
                    Map.entry("loseKeys", device -> device.keys.clear()),
                    Map.entry("reinstall", device -> device.keys.clear()));

    private interface Happening {
        void to(FakeDevice device);
    }

    public static void happen(String name, FakeDevice device) {
        Happening event = EVENTS.get(name);
        if (event == null) throw new IllegalArgumentException("no such event: " + name);
        event.to(device);
    }

    private static void enrol(FakeDevice device, int enrolled) {
        device.enrolment = enrolled;
        device.enrolmentEpoch += 1;
    }

    /** What replaces a file that is there goes to a device of the kernel that is always full. */
    private static void fillStorage(FakeDevice device) {
        for (File file : inNoBackup(device)) {
            if (file.getName().endsWith(TEMPORARY)) continue;
            Path next = Path.of(file.getPath() + TEMPORARY);
            // One that is there was written while there was space.
            if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) continue;
            try {
                Files.createSymbolicLink(next, Path.of("/dev/full"));
                assertFull(next);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void assertFull(Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            output.write(0);
        } catch (IOException failure) {
            if ("No space left on device".equals(failure.getMessage())) return;
            throw failure;
        }
        throw new IOException("there is space in " + file);
    }

    private static void freeStorage(FakeDevice device) {
        for (File file : inNoBackup(device))
            if (isFull(file) && !file.delete()) throw new IllegalStateException("not deleted: " + file);
    }

    /** Whether a file could not be written now. */
    public static boolean isStorageFull(FakeDevice device) {
        for (File file : inNoBackup(device)) if (isFull(file)) return true;
        return false;
    }

    private static boolean isFull(File file) {
        return Files.isSymbolicLink(file.toPath());
    }

    private static File[] inNoBackup(FakeDevice device) {
        File[] files = new File(device.folder, "no_backup").listFiles();
        return files == null ? new File[0] : files;
    }

    /** Android takes the enrolments away with it. */
    private static void removeScreenLock(FakeDevice device) {
        device.isScreenLockSet = false;
        device.isScreenLocked = false;
        enrol(device, 0);
        device.screenLockEpoch += 1;
    }

    private static void unlockScreen(FakeDevice device) {
        device.isScreenLocked = false;
        device.wasUnlocked = true;
        device.mismatches = 0;
        device.isLockedOutForGood = false;
    }

    private static void reboot(FakeDevice device) {
        restart(device);
        device.boots += 1;
    }

    private static void restart(FakeDevice device) {
        device.isScreenLocked = device.isScreenLockSet;
        device.wasUnlocked = !device.isScreenLockSet;
        device.milliseconds = 1000;
    }
}
