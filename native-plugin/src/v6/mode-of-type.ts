import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import { DeviceSecurityType, type IdentityVaultConfig, VaultType } from '../definitions/v6.ts';
import { MODE, type Mode } from '../vaults/format-words.ts';

/** The part of a configuration that says how a vault is unlocked. */
type ProtectionChoice = Pick<IdentityVaultConfig, 'type' | 'deviceSecurityType'>;

const MODES: readonly (readonly [Mode, VaultType, DeviceSecurityType])[] = [
  [MODE.SecureStorage, VaultType.SecureStorage, DeviceSecurityType.None],
  [MODE.PasscodeOnly, VaultType.CustomPasscode, DeviceSecurityType.None],
  [MODE.InMemoryOnly, VaultType.InMemory, DeviceSecurityType.None],
  [MODE.BiometricOnly, VaultType.DeviceSecurity, DeviceSecurityType.Biometrics],
  [MODE.DeviceCredentialOnly, VaultType.DeviceSecurity, DeviceSecurityType.SystemPasscode],
  [MODE.BiometricAndDeviceCredential, VaultType.DeviceSecurity, DeviceSecurityType.Both],
];

/** @throws VaultError `InvalidArguments`: also for `DeviceSecurity` without a way to unlock it */
export function modeOfType({ type, deviceSecurityType = DeviceSecurityType.None }: ProtectionChoice): Mode {
  const matches = MODES.filter(([, itsType]) => itsType === type);
  const [first, ...others] = matches;
  if (!first) throw invalid('type is not one of VaultType.');
  if (others.length === 0) return first[0];
  const match = matches.find(([, , security]) => security === deviceSecurityType);
  // The documentation of the original names two defaults, and either would change what protects the vault.
  if (!match) throw invalid('DeviceSecurity needs deviceSecurityType: Biometrics, SystemPasscode or Both.');
  return match[0];
}

/** `undefined`: a mode that only version 4 makes. */
export function typeOfMode(mode: Mode): ProtectionChoice | undefined {
  const match = MODES.find(([itsMode]) => itsMode === mode);
  return match && { type: match[1], deviceSecurityType: match[2] };
}

function invalid(message: string): VaultError {
  return new VaultError(VaultErrorCodes.InvalidArguments, message);
}
