package dev.identityvault.capacitor.core.vault;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a vault is, without any of how it is stored.
 *
 * @param stored {@code null}: there is none
 */
record VaultModel(Stored stored, boolean isUnlocked) {
    static final VaultModel EMPTY = new VaultModel(null, false);

    /** What is kept. */
    record Stored(Map<String, String> values, String passcode, boolean hasFinger, int attempts) {
        Stored withValue(String key, String value) {
            Map<String, String> changed = new TreeMap<>(values);
            if (value == null) changed.remove(key);
            else changed.put(key, value);
            return new Stored(changed, passcode, hasFinger, attempts);
        }

        Stored withPasscode(String other) {
            return new Stored(values, other, hasFinger, 0);
        }

        Stored withoutFinger() {
            return new Stored(values, passcode, false, attempts);
        }

        Stored withAttempts(int count) {
            return new Stored(values, passcode, hasFinger, count);
        }
    }

    static VaultModel created(String passcode, boolean hasFinger, String session) {
        Map<String, String> values = new TreeMap<>(Map.of("session", session));
        return new VaultModel(new Stored(values, passcode, hasFinger, 0), true);
    }

    VaultModel with(Stored other) {
        return new VaultModel(other, isUnlocked);
    }

    VaultModel unlocked() {
        return new VaultModel(stored, true);
    }

    VaultModel locked() {
        return new VaultModel(stored, false);
    }

    String phase() {
        if (stored == null) return "ABSENT";
        return isUnlocked ? "UNLOCKED" : "LOCKED";
    }
}
