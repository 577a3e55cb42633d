import { KIND, MODE, type Kind, type Mode } from '../../core/codec/format-ids.ts';
import { KINDS_OF_MODE } from '../../core/codec/slot-rules.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';

/** Which of the device's own keys can be made here. */
interface AvailableKeys {
  readonly biometric: boolean;
  readonly deviceCredential: boolean;
}

/**
 * The slots a vault of this mode gets here: any one of them opens it. None: nothing is stored.
 * @throws VaultError `PolicyNotMet`: the mode has no way to unlock here
 */
export function slotsOfMode(mode: Mode, { biometric, deviceCredential }: AvailableKeys): readonly Kind[] {
  switch (mode) {
    case MODE.BiometricOnly:
      return required(biometric, KIND.biometric);
    case MODE.PasscodeOnly:
      return [KIND.appPasscode];
    case MODE.BiometricAndPasscode:
      return biometric ? [KIND.biometric, KIND.appPasscode] : [KIND.appPasscode];
    case MODE.BiometricOrPasscode:
      return [biometric ? KIND.biometric : KIND.appPasscode];
    case MODE.SecureStorage:
      return [KIND.device];
    case MODE.InMemoryOnly:
      return [];
    case MODE.DeviceCredentialOnly:
      return required(deviceCredential, KIND.deviceCredential);
    case MODE.BiometricAndDeviceCredential:
      // The system passcode opens it either way: without enrolled biometrics it is no weaker.
      return [...(biometric ? [KIND.biometric] : []), ...required(deviceCredential, KIND.deviceCredential)];
  }
}

/** Whether the answer depends on the device having biometrics. */
export function mayUseBiometrics(mode: Mode): boolean {
  return KINDS_OF_MODE[mode].includes(KIND.biometric);
}

function required(isAvailable: boolean, kind: Kind): readonly Kind[] {
  if (isAvailable) return [kind];
  const what = kind === KIND.biometric ? 'biometric keys' : "keys that the device's own passcode unlocks";
  throw new VaultError(VaultErrorCodes.PolicyNotMet, `This mode needs ${what}, which are not available here.`);
}
