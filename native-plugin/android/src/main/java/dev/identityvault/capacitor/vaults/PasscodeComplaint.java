package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.CoreErrorCode;

/**
 * Why another try makes sense in the passcode prompt, or has to wait.
 *
 * @param code {@code AUTHENTICATION_FAILED}, {@code ATTEMPT_DELAYED} or {@code INVALID_PASSCODE}
 * @param retryAfter milliseconds until another try is allowed; 0: now
 * @param attemptsLeft before the vault is erased; {@code null}: it never is
 */
public record PasscodeComplaint(CoreErrorCode code, long retryAfter, Integer attemptsLeft) {}
