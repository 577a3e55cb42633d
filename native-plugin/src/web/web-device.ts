import type { Bytes } from '../core/codec/bytes.ts';
import { CoreError } from '../core/ports/core-error.ts';
import type { SlotKem } from '../core/ports/ports.ts';
import { BiometricPermissionState, BiometricSecurityStrength } from '../definitions/device.ts';
import type { Biometrics, PlatformDevice } from '../vaults/local/platform.ts';

/** WebAuthn Level 3, §5.1.10; newer than TypeScript's declarations. */
interface CredentialSignals {
  signalUnknownCredential?(options: { readonly rpId: string; readonly credentialId: string }): Promise<void>;
}

/** What a page can say of its device: little. */
export function webDevice(biometrics: Pick<Biometrics, 'isSupported'>, passkeys: SlotKem): PlatformDevice {
  return {
    async facts() {
      const { Granted, Denied } = BiometricPermissionState;
      return {
        hardware: [],
        // A browser may verify the person by the passcode of the device.
        strength: BiometricSecurityStrength.Weak,
        hasSecureHardware: false,
        permission: (await biometrics.isSupported()) ? Granted : Denied,
        isLockedOut: false,
        isSystemPasscodeSet: false,
      };
    },

    async prove() {
      const signals: CredentialSignals =
        typeof PublicKeyCredential === 'undefined' ? {} : (PublicKeyCredential as CredentialSignals);
      // A passkey that stays behind is synchronised to all of the user's devices, and opens nothing.
      if (!signals.signalUnknownCredential)
        throw new CoreError('POLICY_NOT_MET', 'this browser can not remove a throw-away passkey');
      const { enc } = await passkeys.create('throw-away', { survivesEnrolment: false });
      await signals.signalUnknownCredential({ rpId: location.hostname, credentialId: base64Url(enc) });
    },
  };
}

function base64Url(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
