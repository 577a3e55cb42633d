/**
 * What becomes of a vault when a finger or face was enrolled after it was made. An addition to both generations.
 *
 * - `requireOther`: biometrics open it no more; the passcode does, and makes biometrics work again. The default.
 * - `wipe`: it is erased.
 * - `ignore`: whoever is enrolled later can open it, too.
 *
 * Browsers don't tell of enrolments: there it has no effect.
 */
export type EnrollmentChange = 'requireOther' | 'wipe' | 'ignore';

/** `unknown` = it can't be found out here; never read it as `yes`. */
export type Tristate = 'yes' | 'no' | 'unknown';

/** What protects the vault right now. Compared with a policy, shown to a security reviewer. */
export interface ProtectionReport {
  /** Whether the data survives the end of the process. */
  readonly persistent: Tristate;
  readonly encryptedAtRest: Tristate;
  /**
   * `script-only`: the page's script can't read the key's bytes, but they are in the browser's
   * profile on disk, so a copy of the profile has them.
   */
  readonly nonExtractableKey: Tristate | 'script-only';
  readonly hardwareBacked: Tristate;
  /** Whether opening needs the person (biometrics, passcode). */
  readonly userVerification: Tristate;
  /** Whether a copy of the stored data lets someone try passcodes without this device. */
  readonly offlineGuessing: 'impossible' | 'possible' | 'not-needed' | 'unknown';
  /** `advisory`: binds people using the app, not someone who can write its storage. */
  readonly attemptLimit: 'enforced' | 'advisory' | 'none';
  /** Whether the passcode passes through the app's JavaScript. */
  readonly passcodeSeenByJs: Tristate;
}

/** What a new passcode must be, counted in code points after normalisation. */
export interface PasscodeRules {
  readonly minLength: number;
  readonly maxLength: number;
}
