import type { BiometricPromptConfig } from '../definitions/device.ts';
import { AuthMode, type PluginOptions, type SystemPromptOptions } from '../definitions/v4.ts';
import { checkedSettings, type Settings } from '../vaults/settings.ts';
import { modeOf } from './auth-mode-of.ts';

/** Version 4's options with its defaults. @throws VaultError `InvalidArguments`, `InvalidAuthMode` */
export function settingsOfOptions(options: PluginOptions): Settings {
  const { authMode = AuthMode.BiometricAndPasscode, lockAfter = 0 } = options;
  return checkedSettings({
    mode: modeOf(authMode),
    // In version 4, 0 is never; in versions 5 and 6 it is at once.
    lockAfter: lockAfter === 0 ? null : lockAfter,
    idleTimeout: options.idleTimeout ?? 0,
    sessionTimeout: options.sessionTimeout ?? 0,
    hideScreen: options.hideScreenOnBackground ?? false,
    wipeAtMax: options.shouldClearVaultAfterTooManyFailedAttempts ?? true,
    maxAttempts: 5,
    onEnrollmentChange: options.onEnrollmentChange ?? 'requireOther',
    texts: textsOf(options),
    webPasscodePrompt: options.webPasscodePrompt,
  });
}

/** Under their names of versions 5 and 6. */
function textsOf(options: SystemPromptOptions): BiometricPromptConfig {
  const { androidPromptTitle: title, androidPromptNegativeButtonText: negative, iosPromptText: reason } = options;
  return {
    ...(title !== undefined && { androidBiometricsPromptTitle: title }),
    androidBiometricsPromptSubtitle: options.androidPromptSubtitle ?? null,
    androidBiometricsPromptDescription: options.androidPromptDescription ?? null,
    ...(negative !== undefined && { androidBiometricsNegativeButtonText: negative }),
    ...(reason !== undefined && { iosBiometricsLocalizedReason: reason }),
  };
}
