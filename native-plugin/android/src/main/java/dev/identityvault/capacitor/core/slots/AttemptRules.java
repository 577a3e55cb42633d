package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.store.LoadedVault;

/** How often a passcode may be tried, and how soon. FORMAT.md §11.2. */
public final class AttemptRules {
    /** Seconds to wait after so many failures; the last one holds from there on. */
    private static final int[] DELAYS = {0, 0, 0, 5, 30, 120, 600, 3600};

    private AttemptRules() {}

    /** Milliseconds. */
    public static long delayAfter(int attempts) {
        return DELAYS[Math.min(attempts, DELAYS.length - 1)] * 1000L;
    }

    /** Whether the vault is to be erased with the attempts counted so far. */
    public static boolean isLastAttempt(LoadedVault vault) {
        VaultPolicy policy = vault.envelope().header().policy();
        return policy.wipeAtMax() && vault.anchor().attempts() >= policy.maxAttempts();
    }

    /**
     * Counted under a laxer policy, they would make the next right passcode erase the vault.
     * FORMAT.md §10.1.
     */
    public static boolean isStricter(VaultPolicy after, VaultPolicy before) {
        return after.maxAttempts() < before.maxAttempts()
                || (after.wipeAtMax() && !before.wipeAtMax());
    }

    /**
     * An attempt that is under way must not be taken for one of a killed process, which has failed.
     *
     * @throws CoreError {@code POLICY_NOT_MET}: other processes can't be kept from loading
     *     meanwhile
     */
    static void assertKeptApart(CorePorts ports) {
        if (ports.mutex() == null) {
            throw new CoreError(
                    CoreErrorCode.POLICY_NOT_MET,
                    "nothing keeps other processes from judging an attempt under way");
        }
    }

    static CoreError tooEarly(long wait) {
        return CoreError.delayed("too early after wrong passcodes; nothing was checked", wait);
    }

    static CoreError tooMany() {
        return new CoreError(CoreErrorCode.TOO_MANY_ATTEMPTS, "the vault was erased");
    }
}
