package dev.identityvault.phone.device;

import java.io.File;
import java.util.Map;

/** What happens to the phone, by the names of the scenarios. */
public final class DeviceEvents {
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

    /** What replaces a file that is there can't be written. */
    private static void fillStorage(FakeDevice device) {
        for (File file : inNoBackup(device)) {
            File inTheWay = new File(file.getPath() + ".tmp");
            if (file.isFile() && !inTheWay.mkdir()) throw new IllegalStateException("no folder " + inTheWay);
        }
    }

    private static void freeStorage(FakeDevice device) {
        for (File file : inNoBackup(device))
            if (file.isDirectory() && !file.delete()) throw new IllegalStateException("not deleted: " + file);
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
        device.isScreenLocked = device.isScreenLockSet;
        device.wasUnlocked = !device.isScreenLockSet;
        device.milliseconds = 1000;
        device.boots += 1;
    }
}
