/**
 * Why a call was rejected. The *names* are the contract. The numbers below 100 are the published
 * ones; those from 100 on are ours, because the originals were never published.
 */
export enum VaultErrorCodes {
  /** Something that has no name here; `cause` has the original error. */
  Unknown = 0,
  /** The vault is locked and this call may not, or must not, unlock it. */
  VaultLocked = 1,
  /** The passcode was wrong or the biometric match failed. */
  AuthFailed = 6,
  /** Biometrics are not supported, not set up, or not enabled for this vault. */
  BiometricsNotEnabled = 13,
  /** Android: the chosen protection needs a system passcode feature this version lacks. */
  AndroidSystemPasscodeUnavailable = 16,
  /** Android: biometrics are locked out after too many failures. */
  AndroidBiometricsLockedOut = 17,
  /** Android: the keystore failed; often over after the device restarts. */
  AndroidUnexpectedKeystoreError = 19,

  /** The user dismissed a prompt. Never counts as an attempt. */
  UserCanceledInteraction = 100,
  /** The value given is not an `AuthMode`. */
  InvalidAuthMode = 101,
  /** There is no vault here: the native part is missing, or storage is not available. */
  VaultUnavailable = 102,
  /** An argument has a value that is not allowed. */
  InvalidArguments = 103,
  /** The key is gone for good, for example after a new finger was enrolled. Log in again. */
  InvalidatedCredential = 104,
  /** The device has no screen lock, which this protection needs. */
  SecurityNotAvailable = 105,
  /** The last allowed attempt failed and the vault was erased. Log in again. */
  TooManyFailedAttempts = 106,
  /** The passcode and its repetition differ. */
  MismatchedPasscode = 107,
  /** A passcode is needed and none was set: set-up was cancelled, or never done. */
  MissingPasscode = 108,
  /** The vault is not configured to be unlocked by a passcode. */
  PasscodeNotEnabled = 109,
  /** The key that opens the vault was not found on this device. */
  KeyNotFound = 110,
  /** Versions 5 and 6: biometrics are needed and none are enrolled. */
  MissingBiometrics = 111,
  /** iOS: biometrics are locked out until the device passcode is entered. */
  iOSBiometricsLockedOut = 112,

  /** The protection asked for can't be met here. Never replaced by a weaker one silently. */
  PolicyNotMet = 120,
  /** What is stored is damaged or was changed from outside. Costs no attempt, erases nothing. */
  Corrupt = 121,
  /** The page is not a secure context (https, or localhost), so there is no cryptography. */
  InsecureContext = 122,
  /** Too early after failed attempts; nothing was checked. The message says how long to wait. */
  AttemptDelayed = 123,
  /** Written by a version of this package that this one does not read. */
  UnsupportedFormat = 124,
  /** Another tab or handle changed the vault at the same time; nothing was written. Try again. */
  Conflict = 125,
  /** An older copy of the vault was put back, or a part of it is missing. Costs no attempt, erases nothing. */
  RolledBack = 126,
  /** Too large to be stored (16 MiB in all, 1024 bytes a key). Nothing was written. */
  LimitExceeded = 127,
}

/**
 * What every rejected promise of the vault carries, and what the error hooks receive.
 *
 * A real `Error` with the documented shape `{ code, message }`. Decide on {@link code} by name
 * (`VaultErrorCodes.AuthFailed`); messages are for developers, may change, and never hold a
 * passcode, a token or a stored value.
 *
 * @example
 * try {
 *   await identity.unlock();
 * } catch (error) {
 *   if (isVaultError(error) && error.code === VaultErrorCodes.UserCanceledInteraction) return;
 *   throw error;
 * }
 */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  /** Why. Decide on it by name. */
  readonly code: VaultErrorCodes;

  constructor(code: VaultErrorCodes, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Whether a caught value is a vault error.
 *
 * Judges the shape, not the class, so that it also holds for plain `{ code, message }` objects of
 * custom plugins and for a second copy of this package in a bundle.
 */
export function isVaultError(value: unknown): value is VaultError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'number' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

/** Why a call of `Device` was rejected. The published numbers. */
export enum DeviceErrorCodes {
  /** Something that has no name here, such as a missing native part. */
  Unknown = 0,
  InvalidArguments = 1,
  UserCanceledInteraction = 2,
  /** There is nothing that could verify a person, or no screen lock. */
  SecurityNotAvailable = 3,
  AuthFailed = 4,
  /** Too many failed attempts. */
  BiometricsLockedOut = 5,
  /** Nobody is enrolled, or biometrics are not supported. */
  BiometricsNotEnabled = 6,
}

/**
 * What every rejected promise of `Device` carries: a real `Error` with the documented shape `{ code, message }`.
 * Decide on {@link code} by name; messages are for developers.
 */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  /** Why. Decide on it by name. */
  readonly code: DeviceErrorCodes;

  constructor(code: DeviceErrorCodes, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
