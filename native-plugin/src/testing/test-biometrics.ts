import { CoreError } from '../core/ports/core-error.ts';
import type { Random, SlotKem } from '../core/ports/ports.ts';
import { BiometricPermissionState, BiometricSecurityStrength, SupportedBiometricType } from '../definitions/device.ts';
import type { Biometrics, PlatformDevice } from '../vaults/local/platform.ts';
import { TestKeys } from './test-keys.ts';
import type { BiometricOutcome } from './test-vault.ts';

/** The system's prompts with a scripted person before them: biometrics, and the passcode of the device. */
export class TestBiometrics {
  /** Whether the device has hardware for them; `enrolled`: and someone is enrolled. */
  state: 'none' | 'supported' | 'enrolled' = 'none';
  isSystemPasscodeSet = false;
  outcome: BiometricOutcome = 'ok';
  promptCount = 0;
  readonly #biometricKeys: TestKeys;
  readonly #systemPasscodeKeys: TestKeys;

  constructor(random: Random) {
    this.#biometricKeys = new TestKeys(random, () => this.#prompt());
    this.#systemPasscodeKeys = new TestKeys(random, () => this.#prompt('lockedOut'));
  }

  /** Someone was enrolled: the system destroys the keys made before. */
  enrol(): void {
    this.state = 'enrolled';
    this.#biometricKeys.invalidate();
  }

  get biometrics(): Biometrics {
    return {
      isSupported: () => Promise.resolve(this.state !== 'none'),
      isAvailable: () => Promise.resolve(this.state === 'enrolled'),
    };
  }

  get kem(): SlotKem {
    return this.#biometricKeys.kem;
  }

  /** Absent where the device has no passcode. */
  get deviceCredential(): SlotKem | undefined {
    return this.isSystemPasscodeSet ? this.#systemPasscodeKeys.kem : undefined;
  }

  get device(): PlatformDevice {
    const { Strong, Weak } = BiometricSecurityStrength;
    return {
      facts: () => {
        const hasHardware = this.state !== 'none';
        return Promise.resolve({
          hardware: hasHardware ? [SupportedBiometricType.Fingerprint] : [],
          strength: hasHardware ? Strong : Weak,
          hasSecureHardware: hasHardware,
          permission: BiometricPermissionState.Granted,
          isLockedOut: this.outcome === 'lockedOut',
          isSystemPasscodeSet: this.isSystemPasscodeSet,
        });
      },
      prove: async () => {
        const { kem } = this;
        const made = await kem.create('throw-away', { survivesEnrolment: false });
        await kem.decapsulate({ name: 'throw-away', ...made }).finally(() => kem.destroy('throw-away'));
      },
    };
  }

  #prompt(harmless?: BiometricOutcome): void {
    this.promptCount += 1;
    if (this.outcome === 'ok' || this.outcome === harmless) return;
    throw new CoreError(this.outcome === 'canceled' ? 'USER_CANCELED' : 'LOCKED_OUT', 'scripted');
  }
}
