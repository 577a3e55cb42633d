import { KIND, type Kind, type Mode } from '../../core/codec/format-ids.ts';
import type { Values } from '../../core/codec/payload.ts';
import { coreErrorCode } from '../../core/ports/core-error.ts';
import type { SlotRequest } from '../../core/slots/make-slot.ts';
import type { VaultPolicy } from '../../core/store/write-vault.ts';
import type { CoreVault } from '../../core/vault/core-vault.ts';
import type { PasscodePromptOptions } from '../../definitions/passcode-prompt.ts';
import { isVaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import { missingPasscode } from '../refusals.ts';
import { newPasscodeBytes, newPasscodeFlaw } from './new-passcode.ts';
import type { Platform } from './platform.ts';
import { mayUseBiometrics, slotsOfMode } from './slots-of-mode.ts';

/** What is to be made. */
interface Order {
  readonly policy: VaultPolicy;
  /** The new one, as typed. */
  readonly passcode: string | undefined;
}

interface NewContents {
  readonly values: Values;
  /** Whether it may take the place of a vault that is there. */
  readonly replaces: boolean;
}

/** Which keys a vault gets on this device; makes them. */
export class KeyMaker {
  readonly #platform: Pick<Platform, 'ports' | 'biometrics' | 'passcodeRules' | 'prompt'>;
  readonly #core: CoreVault;
  readonly #promptOptions: () => PasscodePromptOptions;

  constructor(platform: Platform, core: CoreVault, promptOptions: () => PasscodePromptOptions) {
    this.#platform = platform;
    this.#core = core;
    this.#promptOptions = promptOptions;
  }

  /** @throws VaultError `PolicyNotMet`: the mode has no way to unlock here */
  async slotsFor(mode: Mode): Promise<readonly Kind[]> {
    const { ports, biometrics } = this.#platform;
    const biometric = ports.kems.biometric !== undefined && mayUseBiometrics(mode) && (await biometrics.isAvailable());
    return slotsOfMode(mode, { biometric, deviceCredential: ports.kems.deviceCredential !== undefined });
  }

  /** None where the mode has no way to unlock here: it is refused when it is used. */
  async possibleSlots(mode: Mode): Promise<readonly Kind[]> {
    try {
      return await this.slotsFor(mode);
    } catch (error) {
      if (isVaultError(error) && error.code === VaultErrorCodes.PolicyNotMet) return [];
      throw error;
    }
  }

  /** Shows the built-in prompt for a new passcode. `undefined`: the user cancelled. */
  choosePasscode(): Promise<string | undefined> {
    const { prompt, passcodeRules: rules } = this.#platform;
    const flawOf = (passcode: string) => newPasscodeFlaw(passcode, rules);
    return this.#core.asking(() => prompt.choose({ options: this.#promptOptions(), rules, flawOf }));
  }

  /** A new vault. */
  makeVault({ policy, passcode }: Order, { values, replaces }: NewContents): Promise<void> {
    return this.#make(policy.mode, passcode, (kinds, chosen) => {
      const slots = kinds.map((kind) => this.#request(kind, chosen));
      return this.#core.create({ policy, slots, values }, { replaces });
    });
  }

  /** Other keys for the vault that is stored. @param present the kinds of slots it has */
  remakeKeys({ policy, passcode }: Order, present: readonly Kind[]): Promise<void> {
    const isNew = (kind: Kind): boolean =>
      !present.includes(kind) || (kind === KIND.appPasscode && passcode !== undefined);
    return this.#make(policy.mode, passcode, async (kinds, chosen) => {
      const keep = kinds.filter((kind) => !isNew(kind));
      const create = kinds.filter(isNew).map((kind) => this.#request(kind, chosen));
      // What this process does not know of may have been stored by an earlier one, or another.
      if (this.#core.state.phase === 'absent') await this.#core.start();
      await this.#core.rekey({ policy, keep, create });
    });
  }

  /** Once more, where only trying told that there are no biometric keys, and the mode has another way. */
  async #make(
    mode: Mode,
    passcode: string | undefined,
    makeSlots: (kinds: readonly Kind[], passcode: string | undefined) => Promise<void>,
  ): Promise<void> {
    const kinds = await this.slotsFor(mode);
    try {
      await makeSlots(kinds, passcode);
    } catch (error) {
      if (coreErrorCode(error) !== 'POLICY_NOT_MET' || !kinds.includes(KIND.biometric)) throw error;
      const others = await this.slotsFor(mode);
      if (others.includes(KIND.biometric)) throw error;
      const isAsked = passcode === undefined && others.includes(KIND.appPasscode);
      await makeSlots(others, isAsked ? await this.choosePasscode() : passcode);
    }
  }

  /** @throws VaultError `MissingPasscode`, `PolicyNotMet`: it can't be a passcode here */
  #request(kind: Kind, passcode: string | undefined): SlotRequest {
    if (kind !== KIND.appPasscode) return { kind };
    if (passcode === undefined) throw missingPasscode();
    return { kind, passcode: newPasscodeBytes(passcode, this.#platform.passcodeRules) };
  }
}
