import { DeviceErrorCodes } from './definitions.ts';

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

export function noBiometricsEnabled(): DeviceError {
  return new DeviceError(DeviceErrorCodes.BiometricsNotEnabled, 'Biometrics are not set up here.');
}
