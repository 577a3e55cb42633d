package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Header;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.store.LoadedVault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What can be said of a vault. */
final class StatusOf {
    /**
     * What a vault would be that is made now.
     *
     * @param attempts {@code null}: it is never erased for wrong passcodes
     */
    record Future(Mode mode, List<Kind> kinds, Integer attempts) {}

    private StatusOf() {}

    /** Of a vault in memory, which has nothing stored. */
    static VaultStatus memory(Map<String, byte[]> values) {
        boolean hasSession = values.containsKey("session");
        return new VaultStatus(
                Mode.IN_MEMORY_ONLY,
                Collections.emptyList(),
                false,
                !values.isEmpty(),
                hasSession,
                false,
                false,
                null);
    }

    static VaultStatus nothing(Future future) {
        boolean isPasscodeSetupNeeded = future.kinds().contains(Kind.APP_PASSCODE);
        return new VaultStatus(
                future.mode(),
                future.kinds(),
                false,
                false,
                false,
                false,
                isPasscodeSetupNeeded,
                future.attempts());
    }

    /** Never taken for absent: it counts as in use. */
    static VaultStatus unreadable(Future future, boolean isUnlocked) {
        return new VaultStatus(
                future.mode(),
                future.kinds(),
                true,
                true,
                true,
                !isUnlocked,
                false,
                future.attempts());
    }

    static VaultStatus stored(LoadedVault vault, boolean isUnlocked) {
        Header header = vault.envelope().header();
        VaultPolicy policy = header.policy();
        int left = Math.max(0, policy.maxAttempts() - vault.anchor().attempts());
        return new VaultStatus(
                policy.mode(),
                kindsOf(header),
                true,
                header.hasValues(),
                header.hasSession(),
                policy.mode() != Mode.SECURE_STORAGE && !isUnlocked,
                policy.passcodeSetupNeeded(),
                policy.wipeAtMax() ? left : null);
    }

    private static List<Kind> kindsOf(Header header) {
        List<Kind> kinds = new ArrayList<>();
        for (Slot slot : header.slots()) kinds.add(slot.head().kind());
        return kinds;
    }
}
