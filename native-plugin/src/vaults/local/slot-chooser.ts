import { KIND, type Kind, type Mode } from '../../core/codec/format-ids.ts';
import { coreErrorCode } from '../../core/ports/core-error.ts';
import type { SlotRequest } from '../../core/slots/make-slot.ts';
import { missingPasscode } from '../refusals.ts';
import { newPasscodeBytes } from './new-passcode.ts';
import { mayUseBiometrics, slotsOfMode } from './slots-of-mode.ts';
import type { VaultPlatform } from './vault-platform.ts';

/** Makes slots of these kinds; `passcode` is the new one, as typed. */
export type MakeSlots = (kinds: readonly Kind[], passcode: string | undefined) => Promise<void>;

/** Which slots a vault gets on this device. */
export class SlotChooser {
  readonly #platform: Pick<VaultPlatform, 'ports' | 'biometrics' | 'passcodeRules'>;
  readonly #choosePasscode: () => Promise<string | undefined>;

  constructor(platform: VaultPlatform, choosePasscode: () => Promise<string | undefined>) {
    this.#platform = platform;
    this.#choosePasscode = choosePasscode;
  }

  /** @throws VaultError `PolicyNotMet`: the mode has no way to unlock here */
  async slotsFor(mode: Mode): Promise<readonly Kind[]> {
    const { ports, biometrics } = this.#platform;
    const biometric = ports.kems.biometric !== undefined && mayUseBiometrics(mode) && (await biometrics.isAvailable());
    return slotsOfMode(mode, { biometric, deviceCredential: ports.kems.deviceCredential !== undefined });
  }

  /** None where the mode has no way to unlock here: it is refused when it is used. */
  async possibleSlots(mode: Mode): Promise<readonly Kind[]> {
    return this.slotsFor(mode).catch(() => []);
  }

  /** Once more, where only trying told that there are no biometric keys, and the mode has another way. */
  async make(mode: Mode, passcode: string | undefined, makeSlots: MakeSlots): Promise<void> {
    const kinds = await this.slotsFor(mode);
    try {
      await makeSlots(kinds, passcode);
    } catch (error) {
      if (coreErrorCode(error) !== 'POLICY_NOT_MET' || !kinds.includes(KIND.biometric)) throw error;
      const others = await this.slotsFor(mode);
      if (others.includes(KIND.biometric)) throw error;
      const isAsked = passcode === undefined && others.includes(KIND.appPasscode);
      await makeSlots(others, isAsked ? await this.#choosePasscode() : passcode);
    }
  }

  /** @throws VaultError `MissingPasscode`, `PolicyNotMet`: it can't be a passcode here */
  request(kind: Kind, passcode: string | undefined): SlotRequest {
    if (kind !== KIND.appPasscode) return { kind };
    if (passcode === undefined) throw missingPasscode();
    return { kind, passcode: newPasscodeBytes(passcode, this.#platform.passcodeRules) };
  }
}
