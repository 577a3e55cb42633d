import type { Project } from '../../model/project.ts';
import type { AuthMode, OptionKey, Options } from '../../options/options.ts';

const withBiometrics: readonly AuthMode[] = ['BiometricAndPasscode', 'BiometricOnly', 'BiometricOrPasscode'];
const withPasscode: readonly AuthMode[] = ['BiometricAndPasscode', 'PasscodeOnly', 'BiometricOrPasscode'];

type Rule = (options: Options, project: Project) => boolean;

const asksUsers: Rule = ({ authMode }) => withBiometrics.includes(authMode) || withPasscode.includes(authMode);
const usesBiometrics: Rule = ({ authMode }) => withBiometrics.includes(authMode);
const usesPasscode: Rule = ({ authMode }) => withPasscode.includes(authMode);
const promptsOnAndroid: Rule = (options, project) => project.native.android && usesBiometrics(options, project);
const hasPlist: Rule = (_, { native }) => native.plists.length > 0;

const rules: Partial<Record<OptionKey, Rule>> = {
  restoreSessionOnReady: ({ authMode }) => authMode !== 'InMemoryOnly',
  unlockOnReady: asksUsers,
  unlockOnAccess: asksUsers,
  lockAfter: ({ authMode }) => authMode !== 'SecureStorage',
  allowSystemPinFallback: usesBiometrics,
  shouldClearVaultAfterTooManyFailedAttempts: usesPasscode,
  androidPromptTitle: promptsOnAndroid,
  androidPromptSubtitle: promptsOnAndroid,
  androidPromptDescription: promptsOnAndroid,
  androidPromptNegativeButtonText: promptsOnAndroid,
  iosPromptText: (options, project) => project.native.ios && usesBiometrics(options, project),
  passcodePrompt: usesPasscode,
  faceIdUsage: hasPlist,
  replaceFaceIdUsage: hasPlist,
};

/** Would another value change anything, in this app and with the options chosen so far? */
export function isRelevant(key: OptionKey, options: Options, project: Project): boolean {
  return rules[key]?.(options, project) ?? true;
}
