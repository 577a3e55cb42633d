import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { IdentityVaultConfig } from '../definitions/v6.ts';
import type { Mode } from '../vaults/format-words.ts';
import { checkedSettings, type Settings } from '../vaults/settings.ts';

/** The options of versions 5 and 6 with their defaults. @throws VaultError `InvalidArguments` */
export function settingsOfConfig(config: IdentityVaultConfig, mode: Mode): Settings {
  const key: unknown = config.key;
  if (typeof key !== 'string' || key === '')
    throw new VaultError(VaultErrorCodes.InvalidArguments, 'key must be a text that is not empty.');
  return checkedSettings({
    mode,
    lockAfter: config.lockAfterBackgrounded ?? null,
    idleTimeout: config.idleTimeout ?? 0,
    sessionTimeout: config.sessionTimeout ?? 0,
    hideScreen: false,
    wipeAtMax: config.shouldClearVaultAfterTooManyFailedAttempts ?? true,
    maxAttempts: config.customPasscodeInvalidUnlockAttempts ?? 5,
    onEnrollmentChange: config.onEnrollmentChange ?? 'requireOther',
    texts: config,
    webPasscodePrompt: config.webPasscodePrompt,
  });
}
