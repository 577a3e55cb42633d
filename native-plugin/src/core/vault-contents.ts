import type { AuthMode, PasscodeRules } from '../definitions.ts';
import { missingPasscode } from '../vault-error.ts';
import { protectionOf } from './auth-modes.ts';
import { newPasscodeBytes } from './normalise-passcode.ts';
import type { Values, VaultRecord } from './record.ts';
import type { Contents, SealedVault } from './sealed-vault.ts';
import type { VaultMemory } from './vault-memory.ts';

const EMPTY: Values = new Map();

interface Installation {
  /** A lock or erasure since then calls it off. */
  readonly epoch: number;
  readonly passcode?: string | undefined;
  readonly replaces: VaultRecord | 'anything' | undefined;
}

/** The values of a vault, wherever its mode keeps them: sealed in storage, or in memory. */
export class VaultContents {
  readonly #memory: VaultMemory;
  readonly #sealed: SealedVault;
  readonly #rules: PasscodeRules;
  #chosenMode: AuthMode | undefined;

  constructor(memory: VaultMemory, sealed: SealedVault, rules: PasscodeRules) {
    this.#memory = memory;
    this.#sealed = sealed;
    this.#rules = rules;
  }

  /** The mode a new vault gets. */
  get newMode(): AuthMode {
    return this.#chosenMode ?? this.#memory.settings.authMode;
  }

  /** What is stored or held now. Rejects `VaultLocked`, `Corrupt`. */
  async current(): Promise<{ record?: VaultRecord; values: Values }> {
    if (this.#memory.values) return { values: this.#memory.values };
    const record = await this.#sealed.load();
    return record ? { record, values: await this.#readRecord(record) } : { values: EMPTY };
  }

  async #readRecord(record: VaultRecord): Promise<Values> {
    if (record.slot.kind === 'device' && !this.#memory.keyOf(record)) {
      this.#memory.holdKey(await this.#sealed.openDevice(record));
    }
    return this.#sealed.read(record, this.#memory.requireKey(record));
  }

  /** Other contents under the same keys. Needs no passcode. */
  async rewrite(record: VaultRecord, contents: Contents): Promise<void> {
    const next = await this.#sealed.reseal(record, this.#memory.requireKey(record), contents);
    await this.#sealed.commit(next, record);
  }

  /** Stores under new keys, which replace the old ones in the same write; only then is the new key held. */
  async install(contents: Contents, { epoch, passcode, replaces }: Installation): Promise<void> {
    const kind = protectionOf(contents.mode);
    if (kind === 'memory') {
      this.#memory.assertStill(epoch);
      await this.#sealed.overwrite();
      this.#memory.assertStill(epoch);
      this.#memory.holdValues(contents.values);
      this.#chosenMode = contents.mode;
      return;
    }
    const slot = kind === 'device' ? { kind } : { kind, passcode: this.#newPasscode(passcode) };
    const { record, key } = await this.#sealed.create(contents, slot);
    this.#memory.assertStill(epoch);
    if (replaces === 'anything') await this.#sealed.overwrite(record);
    else await this.#sealed.commit(record, replaces);
    this.#memory.assertStill(epoch);
    this.#memory.holdKey(key);
    this.#chosenMode = undefined;
  }

  /** The mode of the next new vault; `undefined`: as configured. */
  chooseMode(mode: AuthMode | undefined): void {
    this.#memory.forget();
    this.#chosenMode = mode;
  }

  #newPasscode(passcode: string | undefined): ReturnType<typeof newPasscodeBytes> {
    if (passcode !== undefined) return newPasscodeBytes(passcode, this.#rules);
    throw missingPasscode();
  }
}
