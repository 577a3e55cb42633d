import { VaultErrorCodes, VaultError } from '../definitions/errors.ts';
import type { ProtectionReport } from '../definitions/protection.ts';
import type { IdentityVaultConfig, PasscodeRequestHandler, VaultInterface } from '../definitions/v6.ts';
import { KIND } from '../vaults/format-words.ts';
import { asVaultError, canceled, locked, noPasscode } from '../vaults/refusals.ts';
import { checkedJson, toJson, valueOf } from '../vaults/stored-json.ts';
import type { Change, OpenVault } from '../vaults/vault-service.ts';
import { changeConfig } from './change-config.ts';
import { ConfigConnection } from './config-connection.ts';
import { PasscodeDesk } from './passcode-desk.ts';
import { PasscodeFlow } from './passcode-flow.ts';
import type { TypeRules } from './type-rules.ts';
import { VaultEvents } from './vault-events.ts';

/** What `Vault` and `BrowserVault` do alike. */
export abstract class ConfiguredVault implements VaultInterface {
  readonly #rules: TypeRules;
  readonly #connection: ConfigConnection;
  readonly #desk = new PasscodeDesk();
  readonly #passcodes = new PasscodeFlow(this.#desk);
  readonly #events = new VaultEvents();

  /** @param config as of version 5: initializes at once; every call waits for it, and `onError` is told when it fails */
  protected constructor(rules: TypeRules, config: IdentityVaultConfig | undefined) {
    this.#rules = rules;
    this.#connection = new ConfigConnection(rules, this.#events.listener, config);
    if (config) this.initialize(config).catch(() => undefined);
  }

  /** See {@link VaultInterface.config}. */
  get config(): IdentityVaultConfig | undefined {
    return this.#connection.config;
  }

  /** See {@link VaultInterface.initialize}. */
  initialize(config: IdentityVaultConfig): Promise<void> {
    this.#connection.connect(config);
    return this.#use(async (vault) => {
      const { isStored, isInUse } = await vault.status();
      if (!isStored && !isInUse) await vault.slotsFor(this.#rules.modeOf(config));
      // Not waited for: the page that asks for the passcode may be shown only after this.
      if (config.unlockVaultOnLoad) this.unlock().catch(() => undefined);
    });
  }

  clear(): Promise<void> {
    return this.#use(async (vault) => {
      this.#desk.answer('');
      await vault.erase();
    });
  }

  exportVault(): Promise<Record<string, string>> {
    return this.#useUnlocked(async (vault) => {
      const entries = await vault.readAll();
      return Object.fromEntries(entries.map(({ key, json }) => [key, json]));
    });
  }

  importVault(data: Record<string, string>): Promise<void> {
    return this.#use(async (vault) => {
      const imported = Object.entries(data).map(([key, json]) => ({ key, json: checkedJson(json) }));
      const removed = (await vault.keys()).map((key) => ({ key, json: null }));
      // The later change of a key wins.
      const changes = [...removed, ...imported];
      if (changes.length > 0) await this.#write(vault, changes);
    });
  }

  getKeys(): Promise<string[]> {
    return this.#useUnlocked(async (vault) => [...(await vault.keys())]);
  }

  getValue<T>(key: string): Promise<T | null> {
    return this.#useUnlocked(async (vault) => (valueOf(await vault.read([key])) ?? null) as T | null);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Apps of version 6 name it: setValue<Session>(…).
  setValue<T>(key: string, value: T): Promise<void> {
    return this.#use((vault) => this.#write(vault, [{ key, json: toJson(value) }]));
  }

  removeValue(key: string): Promise<void> {
    return this.#use((vault) => vault.write([{ key, json: null }]));
  }

  isEmpty(): Promise<boolean> {
    return this.#use(async (vault) => !(await vault.status()).isInUse);
  }

  isLocked(): Promise<boolean> {
    return this.#use(async (vault) => (await vault.status()).isLocked);
  }

  doesVaultExist(): Promise<boolean> {
    return this.#use(async (vault) => {
      const { isStored, isInUse } = await vault.status();
      return isStored || isInUse;
    });
  }

  lock(): Promise<void> {
    return this.#use((vault) => vault.lock());
  }

  /** See {@link VaultInterface.unlock}. */
  unlock(): Promise<void> {
    return this.#use((vault) => this.#passcodes.unlock(vault));
  }

  async setCustomPasscode(passcode: string): Promise<void> {
    if (this.#desk.answer(passcode)) return;
    await this.#use(async (vault) => {
      const { isLocked, kinds, mode } = await vault.status();
      if (!kinds.includes(KIND.appPasscode)) throw noPasscode();
      if (isLocked) throw locked();
      if (passcode === '') throw canceled();
      await vault.rekey(mode, passcode);
    });
  }

  updateConfig(config: IdentityVaultConfig): Promise<void> {
    return this.#use(async (vault) => {
      if (config.key !== this.config?.key)
        throw new VaultError(VaultErrorCodes.InvalidArguments, 'The key of a vault can not be changed.');
      const parts = { connection: this.#connection, passcodes: this.#passcodes };
      await changeConfig(parts, vault, { config, mode: this.#rules.modeOf(config) });
      this.#events.config.tell(config);
    });
  }

  getProtectionReport(): Promise<ProtectionReport> {
    return this.#use((vault) => vault.protection());
  }

  /** The configuration was changed by `updateConfig`. */
  onConfigChanged(callback: (config: IdentityVaultConfig) => unknown): void {
    this.#events.config.add(callback);
  }

  /** A call was rejected, or something failed that no call waits for. */
  onError(callback: (error: VaultError) => unknown): void {
    this.#events.error.add(callback);
  }

  /** The vault was locked: nothing of it is in memory any more. Leave what shows its data. */
  onLock(callback: (event: { timeout: boolean }) => unknown): void {
    this.#events.lock.add(callback);
  }

  /** The vault was unlocked by the user. */
  onUnlock(callback: () => unknown): void {
    this.#events.unlock.add(() => callback());
  }

  /** The idle lock is near: see {@link VaultInterface.onIdleWarning}. */
  onIdleWarning(callback: (warning: { remaining: number }) => unknown): void {
    this.#events.idle.add(callback);
  }

  /** Somebody is there after all. */
  onIdleWarningEnd(callback: () => unknown): void {
    this.#events.active.add(() => callback());
  }

  /** A passcode is needed. See {@link PasscodeRequestHandler}; a later handler takes the place of an earlier one. */
  onPasscodeRequested(callback: PasscodeRequestHandler): void {
    this.#desk.handler = callback;
  }

  #useUnlocked<T>(task: (vault: OpenVault) => Promise<T>): Promise<T> {
    return this.#use(async (vault) => {
      // Asking for the status would read what is stored, and the task reads it again.
      if (!(await vault.isUnlocked())) await this.#passcodes.unlock(vault);
      return task(vault);
    });
  }

  async #write(vault: OpenVault, changes: readonly Change[]): Promise<void> {
    await this.#passcodes.setUp(vault);
    await vault.write(changes);
  }

  /** Every rejection leaves as a vault error, and is told. */
  async #use<T>(task: (vault: OpenVault) => T | Promise<T>): Promise<T> {
    try {
      return await task(await this.#connection.vault());
    } catch (error) {
      const told = asVaultError(error);
      this.#events.error.tell(told);
      throw told;
    }
  }
}
