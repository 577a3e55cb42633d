import type { BiometricPromptConfig } from '../definitions/device.ts';
import type { PasscodePromptOptions } from '../definitions/passcode-prompt.ts';
import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { EnrollmentChange } from '../definitions/protection.ts';
import type { Mode } from './format-words.ts';

/** The options a vault acts on: those of either generation, complete. */
export interface Settings {
  /** Of a vault that is newly made. */
  readonly mode: Mode;
  /** Milliseconds in the background; `null` = never, 0 = at once. */
  readonly lockAfter: number | null;
  /** Milliseconds without anybody there, and since the login or unlock, after which to lock; absent or 0 = never. */
  readonly idleTimeout?: number;
  readonly sessionTimeout?: number;
  readonly hideScreen: boolean;
  readonly wipeAtMax: boolean;
  readonly maxAttempts: number;
  readonly onEnrollmentChange: EnrollmentChange;
  /** Of the system's prompts, where they are not the default ones; what else is in it says nothing. The web has none. */
  readonly texts?: Readonly<BiometricPromptConfig>;
  /** Of the web's built-in prompt. */
  readonly webPasscodePrompt?: PasscodePromptOptions | undefined;
}

const ENROLLMENT_CHANGES: readonly unknown[] = ['requireOther', 'wipe', 'ignore'] satisfies EnrollmentChange[];

/** Checked at run time: options also come from plain JavaScript. @throws VaultError `InvalidArguments` */
export function checkedSettings(settings: Settings): Settings {
  const { lockAfter, maxAttempts, onEnrollmentChange } = settings;
  if (lockAfter !== null && !(Number.isSafeInteger(lockAfter) && lockAfter >= 0))
    throw invalid('The time after which to lock must be a whole number of milliseconds, not negative.');
  for (const name of ['idleTimeout', 'sessionTimeout'] as const) {
    const { [name]: timeout = 0 } = settings;
    if (!(Number.isSafeInteger(timeout) && timeout >= 0))
      throw invalid(`${name} must be a whole number of milliseconds, not negative; 0 = off.`);
  }
  if (!(Number.isSafeInteger(maxAttempts) && maxAttempts >= 1 && maxAttempts <= 255))
    throw invalid('The number of allowed attempts must be a whole number from 1 to 255.');
  if (!ENROLLMENT_CHANGES.includes(onEnrollmentChange))
    throw invalid('onEnrollmentChange must be requireOther, wipe or ignore.');
  return settings;
}

function invalid(message: string): VaultError {
  return new VaultError(VaultErrorCodes.InvalidArguments, message);
}
