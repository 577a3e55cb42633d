package dev.identityvault.phone.device;

import java.util.Map;

/** What happens to the phone, by the names of the scenarios. */
public final class DeviceEvents {
    private DeviceEvents() {}

    private static final Map<String, Happening> EVENTS =
            Map.ofEntries(
                    Map.entry("enrolAnother", device -> device.enrolment += 1),
                    Map.entry("removeBiometrics", device -> device.enrolment = 0),
                    Map.entry("setPasscode", device -> device.isScreenLockSet = true),
                    Map.entry("removePasscode", DeviceEvents::removeScreenLock),
                    Map.entry("lockScreen", device -> device.isScreenLocked = device.isScreenLockSet),
                    Map.entry("unlockScreen", DeviceEvents::unlockScreen),
                    Map.entry("lockOut", device -> device.mismatches = 5),
                    Map.entry("lockOutForGood", device -> device.isLockedOutForGood = true),
                    Map.entry("oneTouchLeft", device -> device.mismatches = 4),
                    Map.entry("reboot", DeviceEvents::reboot),
                    Map.entry("reinstall", device -> device.keys.clear()));

    private interface Happening {
        void to(FakeDevice device);
    }

    public static void happen(String name, FakeDevice device) {
        Happening event = EVENTS.get(name);
        if (event == null) throw new IllegalArgumentException("no such event: " + name);
        event.to(device);
    }

    /** Android takes the enrolments away with it. */
    private static void removeScreenLock(FakeDevice device) {
        device.isScreenLockSet = false;
        device.isScreenLocked = false;
        device.enrolment = 0;
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
