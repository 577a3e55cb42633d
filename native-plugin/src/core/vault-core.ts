import { VaultErrorCodes, type AuthMode } from '../definitions.ts';
import { isVaultError, VaultError } from '../vault-error.ts';
import { protectionOf } from './auth-modes.ts';
import { newPasscodeComplaint, normalisePasscode } from './normalise-passcode.ts';
import type { LockChannel, Ports } from './ports.ts';
import type { Values } from './record.ts';
import type { Scope } from './scope.ts';
import { SealedVault, type Contents } from './sealed-vault.ts';
import { serialise } from './serialise.ts';
import { singleFlight } from './single-flight.ts';
import { unlockByPrompt } from './unlock-by-prompt.ts';
import type { Settings } from './settings.ts';
import { VaultContents } from './vault-contents.ts';
import { VaultMemory } from './vault-memory.ts';
import { observe, vaultStatus, type VaultStatus } from './vault-status.ts';

/** One vault of this process: what may be done with it, and in which order. Shared by its handles. */
export class VaultCore {
  readonly ports: Ports;
  readonly memory: VaultMemory;
  readonly #channel: LockChannel;
  readonly #sealed: SealedVault;
  readonly #contents: VaultContents;
  /** One at a time: attempts are counted, and our own writes don't collide. */
  readonly #inTurn = serialise();

  constructor(ports: Ports, scope: Scope, settings: Settings) {
    this.ports = ports;
    this.#sealed = new SealedVault(ports, scope);
    this.memory = new VaultMemory(ports, settings);
    this.#contents = new VaultContents(this.memory, this.#sealed, ports.passcodeRules);
    this.#channel = ports.channel(scope.name);
    this.#channel.onLocked(() => void this.memory.lock(false));
  }

  async status(): Promise<VaultStatus> {
    this.memory.tick();
    const record = await observe(() => this.#sealed.load());
    this.memory.tick();
    const hasKey = typeof record === 'object' && this.memory.keyOf(record) !== undefined;
    return vaultStatus({ record, hasKey, values: this.memory.values, newMode: this.#contents.newMode });
  }

  /** Rejects `VaultLocked`, `Corrupt`. */
  async read(): Promise<Values> {
    const epoch = this.memory.begin();
    const { values } = await this.#contents.current();
    this.memory.assertStill(epoch);
    return values;
  }

  /** Rejects `VaultLocked`, `MissingPasscode`, `Conflict`, `Corrupt`. */
  change(edit: (values: Values) => Values): Promise<void> {
    return this.#inTurn(async () => {
      const epoch = this.memory.begin();
      const { record, values } = await this.#contents.current();
      this.memory.assertStill(epoch);

      const edited = { values: edit(values), mode: record?.mode ?? this.#contents.newMode };
      if (record) await this.#contents.rewrite(record, edited);
      else if (this.memory.values) this.memory.holdValues(edited.values);
      else await this.#contents.install(edited, { epoch, replaces: undefined });
    });
  }

  /** A new vault in place of whatever there was. Rejects `PolicyNotMet`, `MissingPasscode`. */
  replace(contents: Contents, passcode?: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#contents.install(contents, { epoch: this.memory.begin(), passcode, replaces: 'anything' });
      this.#channel.post();
      this.#emitConfig();
      this.memory.tick();
    });
  }

  /**
   * Another mode or, with `passcode`, another passcode: new keys wherever the slot changes.
   * Rejects `VaultLocked`, `PolicyNotMet`, `MissingPasscode`, `Conflict`.
   */
  rekey(mode: AuthMode, passcode?: string): Promise<void> {
    return this.#inTurn(async () => {
      const epoch = this.memory.begin();
      const protection = protectionOf(mode);
      const { record, values } = await this.#contents.current();
      this.memory.assertStill(epoch);

      const isEmpty = !record && values.size === 0;
      if (record?.slot.kind === protection && passcode === undefined)
        await this.#contents.rewrite(record, { values, mode });
      else if (isEmpty && passcode === undefined) this.#contents.chooseMode(mode);
      else await this.#contents.install({ values, mode }, { epoch, passcode, replaces: record });
      this.#emitConfig();
    });
  }

  /** One attempt. Nothing to do for an empty, unlocked or `device` vault. */
  unlock(passcode: string): Promise<void> {
    return this.#inTurn(async () => {
      const epoch = this.memory.begin();
      const record = await this.#sealed.load();
      if (!record || this.memory.keyOf(record) || record.slot.kind === 'device') return;

      const bytes = normalisePasscode(passcode, { ...this.ports.passcodeRules, minLength: 1 });
      if (typeof bytes === 'string') throw new VaultError(VaultErrorCodes.InvalidArguments, bytes);
      try {
        const erases = this.memory.settings.shouldClearVaultAfterTooManyFailedAttempts;
        const key = await this.#sealed.openWithPasscode(record, bytes, erases);
        this.memory.assertStill(epoch);
        this.memory.holdKey(key);
        this.memory.assertStill(epoch);
      } catch (error) {
        if (isVaultError(error) && error.code === VaultErrorCodes.TooManyFailedAttempts) this.#emitConfig();
        throw error;
      }
      this.memory.emit((listener) => listener.onUnlock());
    });
  }

  /** Shows the built-in prompt; calls made meanwhile share it. */
  readonly unlockByPrompt = singleFlight(() => unlockByPrompt(this));

  /** Shows the built-in prompt for a new passcode. `undefined`: the user cancelled. */
  choosePasscode(): Promise<string | undefined> {
    return this.ports.prompt.choose((passcode) => newPasscodeComplaint(passcode, this.ports.passcodeRules));
  }

  /** Keeps what is stored; `InMemoryOnly` has nothing stored, so there it erases. */
  lock(): void {
    this.memory.tick();
    this.memory.lock(false);
    this.#channel.post();
  }

  clear(): Promise<void> {
    this.memory.forget();
    return this.#inTurn(async () => {
      await this.#sealed.overwrite();
      this.memory.forget();
      this.#contents.chooseMode(undefined);
      this.#channel.post();
      this.#emitConfig();
    });
  }

  #emitConfig(): void {
    this.memory.emit((listener) => listener.onConfig());
  }
}
