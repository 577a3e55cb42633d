package dev.identityvault.capacitor.vaults;

import java.util.List;

/**
 * What can be said of the device. What can't be found out counts as not so.
 *
 * @param hardware {@code fingerprint}, {@code face}, {@code iris}
 * @param isStrong there is class 3, which can release a key
 * @param permission {@code granted}, {@code denied}, {@code prompt}
 */
public record DeviceFacts(
        List<String> hardware,
        boolean isStrong,
        String permission,
        boolean hasSecureHardware,
        boolean isLockedOut,
        boolean isSystemPasscodeSet) {}
