import type { DeviceInterface } from '../definitions/device.ts';
import { DeviceError, DeviceErrorCodes, type VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import { currentRegistry } from '../vaults/platform.ts';
import { toldToApp } from '../vaults/local/core-failure.ts';
import type { DeviceFacts } from '../vaults/local/vault-platform.ts';
import type { VaultRegistry } from '../vaults/local/vault-registry.ts';

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
  isBiometricsEnabled: () => ask(({ platform }) => platform.biometrics.isAvailable()),
  isBiometricsSupported: () => ask(({ platform }) => platform.biometrics.isSupported()),
  isLockedOutOfBiometrics: () => fact(({ isLockedOut }) => isLockedOut),
  isSystemPasscodeSet: () => fact(({ isSystemPasscodeSet }) => isSystemPasscodeSet),
  showBiometricPrompt: () =>
    ask(async ({ platform }) => {
      if (!(await platform.biometrics.isAvailable())) throw noBiometricsEnabled();
      await platform.device.prove();
    }),
  setHideScreenOnBackground: (isEnabled) =>
    ask((registry) => {
      registry.hidesScreen = isEnabled;
    }),
  isHideScreenOnBackgroundEnabled: () => ask(({ hidesScreen }) => hidesScreen),
};

function fact<T>(pick: (facts: DeviceFacts) => T): Promise<T> {
  return ask(async ({ platform }) => pick(await platform.device.facts()));
}

/** Every rejection leaves as a device error. */
async function ask<T>(task: (registry: VaultRegistry) => T | Promise<T>): Promise<T> {
  try {
    return await task(await currentRegistry());
  } catch (error) {
    throw error instanceof DeviceError ? error : deviceErrorOf(toldToApp(error));
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
