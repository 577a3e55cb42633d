import { hasLoneSurrogate } from '../../core/codec/lone-surrogate.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import type { BiometricPromptConfig } from '../../definitions/device.ts';
import type { Settings } from '../settings.ts';

/** Half a character would arrive as another text: two names could become one. @throws VaultError `InvalidArguments` */
export function wellFormed(...texts: readonly (string | null)[]): void {
  if (!texts.some((text) => text !== null && hasLoneSurrogate(text))) return;
  throw new VaultError(VaultErrorCodes.InvalidArguments, 'A text with half a character.');
}

/** Exactly the members that the bridge has, and none that is `undefined`: platforms differ in what becomes of it. */
export function sendableSettings(settings: Settings): Settings {
  const { mode, lockAfter, hideScreen, wipeAtMax, maxAttempts, onEnrollmentChange, texts } = settings;
  const required = { mode, lockAfter, hideScreen, wipeAtMax, maxAttempts, onEnrollmentChange };
  const { idleTimeout, sessionTimeout } = settings;
  // A native part that knows of none of them refuses the one it is given, and takes the rest.
  const timeouts = { ...(idleTimeout && { idleTimeout }), ...(sessionTimeout && { sessionTimeout }) };
  return { ...required, ...timeouts, ...(texts && { texts: sendableTexts(texts) }) };
}

const TEXTS: readonly (keyof BiometricPromptConfig)[] = [
  'androidBiometricsPromptTitle',
  'androidBiometricsPromptSubtitle',
  'androidBiometricsPromptDescription',
  'androidBiometricsNegativeButtonText',
  'iosBiometricsLocalizedReason',
  'iosBiometricsLocalizedCancelTitle',
  'iosBiometricsLocalizedFallbackTitle',
];

/** @param given an app's whole configuration, often */
export function sendableTexts(given: BiometricPromptConfig): BiometricPromptConfig {
  const texts = TEXTS.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]] as const] : []));
  wellFormed(...texts.map(([, text]) => text));
  return Object.fromEntries(texts);
}
