import { VaultErrorCodes } from './definitions.ts';

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

/** Anything caught, as a vault error; what has no code becomes `Unknown`, with the original as `cause`. */
export function asVaultError(error: unknown): VaultError {
  if (isVaultError(error)) return error;
  return new VaultError(VaultErrorCodes.Unknown, 'An unexpected error; see `cause`.', { cause: error });
}

export function canceled(): VaultError {
  return new VaultError(VaultErrorCodes.UserCanceledInteraction, 'The passcode prompt was cancelled.');
}

export function locked(): VaultError {
  return new VaultError(VaultErrorCodes.VaultLocked, 'The vault is locked.');
}

export function missingPasscode(): VaultError {
  return new VaultError(VaultErrorCodes.MissingPasscode, 'A passcode must be set before anything is stored.');
}

export function noBiometrics(): VaultError {
  return new VaultError(VaultErrorCodes.BiometricsNotEnabled, 'There are no biometric keys here.');
}

export function noPasscode(): VaultError {
  return new VaultError(VaultErrorCodes.PasscodeNotEnabled, 'The vault is not configured to use a passcode.');
}
