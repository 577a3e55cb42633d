import { isVaultError, VaultError, VaultErrorCodes } from '../definitions/errors.ts';

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
