import type { DeviceInterface } from '../definitions/device.ts';
import { DeviceError, DeviceErrorCodes, VaultErrorCodes, type VaultError } from '../definitions/errors.ts';
import { currentService } from '../vaults/current-service.ts';
import { asVaultError } from '../vaults/refusals.ts';
import type { DeviceFacts, DeviceService } from '../vaults/vault-service.ts';

/**
 * What the device can do, whatever the vaults of the app. On the web and in tests, too.
 *
 * @example
 * if (await Device.isBiometricsEnabled()) await Device.showBiometricPrompt({ iosBiometricsLocalizedReason: 'To log in' });
 */
export const Device: DeviceInterface = {
  getAvailableHardware: () => fact(({ hardware }) => [...hardware]),
  getBiometricStrengthLevel: () => fact(({ strength }) => strength),
  hasSecureHardware: () => fact(({ hasSecureHardware }) => hasSecureHardware),
  isBiometricsAllowed: () => fact(({ permission }) => permission),
  isBiometricsEnabled: () => ask((device) => device.isBiometricsAvailable()),
  isBiometricsSupported: () => ask((device) => device.isBiometricsSupported()),
  isLockedOutOfBiometrics: () => fact(({ isLockedOut }) => isLockedOut),
  isSystemPasscodeSet: () => fact(({ isSystemPasscodeSet }) => isSystemPasscodeSet),
  showBiometricPrompt: (texts) =>
    ask(async (device) => {
      if (!(await device.isBiometricsAvailable())) throw noBiometricsEnabled();
      await device.showBiometricPrompt(texts);
    }),
  setHideScreenOnBackground: (isEnabled) => ask((device) => device.setHidesScreen(isEnabled)),
  isHideScreenOnBackgroundEnabled: () => ask((device) => device.hidesScreen()),
};

function fact<T>(pick: (facts: DeviceFacts) => T): Promise<T> {
  return ask(async (device) => pick(await device.facts()));
}

/** Every rejection leaves as a device error. */
async function ask<T>(task: (device: DeviceService) => Promise<T>): Promise<T> {
  try {
    return await task((await currentService()).device);
  } catch (error) {
    throw error instanceof DeviceError ? error : deviceErrorOf(asVaultError(error));
  }
}

const CODES: Partial<Record<VaultErrorCodes, DeviceErrorCodes>> = {
  [VaultErrorCodes.UserCanceledInteraction]: DeviceErrorCodes.UserCanceledInteraction,
  [VaultErrorCodes.AuthFailed]: DeviceErrorCodes.AuthFailed,
  [VaultErrorCodes.PolicyNotMet]: DeviceErrorCodes.SecurityNotAvailable,
  [VaultErrorCodes.SecurityNotAvailable]: DeviceErrorCodes.SecurityNotAvailable,
  [VaultErrorCodes.AndroidBiometricsLockedOut]: DeviceErrorCodes.BiometricsLockedOut,
  [VaultErrorCodes.iOSBiometricsLockedOut]: DeviceErrorCodes.BiometricsLockedOut,
};

function deviceErrorOf(error: VaultError): DeviceError {
  return new DeviceError(CODES[error.code] ?? DeviceErrorCodes.Unknown, error.message, { cause: error });
}

function noBiometricsEnabled(): DeviceError {
  return new DeviceError(DeviceErrorCodes.BiometricsNotEnabled, 'Biometrics are not set up here.');
}
