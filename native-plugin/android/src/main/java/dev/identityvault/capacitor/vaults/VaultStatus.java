package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;

import java.util.List;

/**
 * What can be said of a vault without opening it.
 *
 * @param kinds ways to unlock that it has; those it would get, where nothing is stored yet
 * @param attemptsLeft {@code null}: it is never erased for wrong passcodes
 */
public record VaultStatus(
        Mode mode,
        List<Kind> kinds,
        boolean isStored,
        boolean isInUse,
        boolean hasSession,
        boolean isLocked,
        boolean isPasscodeSetupNeeded,
        Integer attemptsLeft) {}
