package dev.identityvault.phone.device;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * The phone: what outlives the app's processes. The real Android that runs on it asks it through the
 * shadows of this host.
 */
public final class FakeDevice {
    /** Milliseconds after which Android lets fingers try again. */
    private static final long LOCKOUT = 30_000;

    private static FakeDevice current = new FakeDevice();

    public final Person person = new Person();
    public final Map<String, KeystoreEntry> keys = new LinkedHashMap<>();
    public final KeystoreFailures failures = new KeystoreFailures();

    /** {@code none}, {@code fingerprint} or {@code face}. */
    public String sensor = "fingerprint";

    /** Whether the sensor is of class 3, which alone can release a key. */
    public boolean isStrong = true;

    /** Who is enrolled; 0: nobody. */
    public int enrolment = 1;

    /** How often that changed: keys made for those who were enrolled die with it. */
    public int enrolmentEpoch;

    public boolean isScreenLockSet = true;

    /** How often the screen lock was taken away: keys that need it die with it. */
    public int screenLockEpoch;

    public boolean isScreenLocked;

    /** Since the phone was started. */
    public boolean wasUnlocked = true;

    public int mismatches;
    private long lockedOutFor;
    public boolean isLockedOutForGood;
    public boolean hasStrongBox = true;
    public boolean hasSecureHardware = true;

    /** Since the phone was started. */
    public long milliseconds = 60_000;

    public int boots = 1;

    /** Packages of browsers; one with {@code tabs} in its name has Custom Tabs. */
    public List<String> browsers = List.of("com.example.tabs");

    /** The one that the person chose; {@code null}: none. */
    public String chosenBrowser;

    /** Of the app, in no backup. */
    public File folder = new File("unset");

    public static FakeDevice current() {
        return current;
    }

    /** Another phone. */
    static FakeDevice replace() {
        current = new FakeDevice();
        return current;
    }

    /** Another phone, as a scenario describes it. */
    public static FakeDevice replaceBy(JSONObject state) {
        FakeDevice device = replace();
        device.sensor = state.optString("sensor", device.sensor);
        device.isStrong = state.optBoolean("isStrong", true);
        device.enrolment = state.optInt("enrolment", 1);
        device.isScreenLockSet = state.optBoolean("isScreenLockSet", true);
        device.hasStrongBox = state.optBoolean("hasStrongBox", true);
        device.hasSecureHardware = state.optBoolean("hasSecureHardware", true);
        device.browsers = texts(state.optJSONArray("browsers"), device.browsers);
        device.chosenBrowser = state.optString("chosenBrowser", null);
        device.folder = new File(state.optString("folder", "unset"));
        return device;
    }

    private static List<String> texts(JSONArray given, List<String> otherwise) {
        if (given == null) return otherwise;
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < given.length(); index += 1) texts.add(given.optString(index));
        return texts;
    }

    public void pass(long more) {
        milliseconds += more;
        if (mismatches < 5) return;
        lockedOutFor += more;
        if (lockedOutFor < LOCKOUT) return;
        mismatches = 0;
        lockedOutFor = 0;
    }

    public boolean hasSensor() {
        return !sensor.equals("none");
    }

    /** Five wrong touches in a row, as Android counts them. */
    public boolean isLockedOut() {
        return isLockedOutForGood || mismatches >= 5;
    }
}
