import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { ProtectionReport } from '../definitions/protection.ts';
import type { IdentityVaultConfig, VaultInterface } from '../definitions/v6.ts';
import { canceled, locked, noPasscode } from '../vaults/refusals.ts';
import { checkedJson, fromJson, jsonText, toJson } from '../vaults/stored-json.ts';
import type { Bytes } from '../core/codec/bytes.ts';
import { KIND, type Mode } from '../core/codec/format-ids.ts';
import type { Values } from '../core/codec/payload.ts';
import type { Changes } from '../core/vault/vault-session.ts';
import { VaultLink } from './vault-link.ts';
import { protectionOf } from '../vaults/local/protection.ts';
import type { SharedVault } from '../vaults/local/shared-vault.ts';

/** What `Vault` and `BrowserVault` do alike. */
export abstract class ConfiguredVault extends VaultLink implements VaultInterface {
  clear(): Promise<void> {
    return this.use(async (vault) => {
      this.desk.answer('');
      await vault.erase();
    });
  }

  exportVault(): Promise<Record<string, string>> {
    return this.use(async (vault) => {
      const values = await this.#read(vault);
      return Object.fromEntries(Array.from(values, ([key, bytes]) => [key, jsonText(bytes)]));
    });
  }

  importVault(data: Record<string, string>): Promise<void> {
    return this.use(async (vault) => {
      const imported = Object.entries(data).map(([key, json]) => [key, checkedJson(json)] as const);
      const removed = [...(await vault.values()).keys()].map((key) => [key, undefined] as const);
      const changes = new Map<string, Bytes | undefined>([...removed, ...imported]);
      if (changes.size > 0) await this.#write(vault, changes);
    });
  }

  getKeys(): Promise<string[]> {
    return this.use(async (vault) => [...(await this.#read(vault)).keys()]);
  }

  getValue<T>(key: string): Promise<T | null> {
    return this.use(async (vault) => (fromJson((await this.#read(vault)).get(key)) ?? null) as T | null);
  }

  setValue(key: string, value: unknown): Promise<void> {
    return this.use((vault) => this.#write(vault, new Map([[key, toJson(value)]])));
  }

  removeValue(key: string): Promise<void> {
    return this.use((vault) => vault.write(new Map([[key, undefined]])));
  }

  isEmpty(): Promise<boolean> {
    return this.use(async (vault) => !(await vault.status()).isInUse);
  }

  isLocked(): Promise<boolean> {
    return this.use(async (vault) => (await vault.status()).isLocked);
  }

  doesVaultExist(): Promise<boolean> {
    return this.use(exists);
  }

  lock(): Promise<void> {
    return this.use((vault) => vault.lock());
  }

  /** See {@link VaultInterface.unlock}. */
  unlock(): Promise<void> {
    return this.use((vault) => this.#unlock(vault));
  }

  async setCustomPasscode(passcode: string): Promise<void> {
    if (this.desk.answer(passcode)) return;
    await this.use(async (vault) => {
      const { isLocked, kinds, mode } = await vault.status();
      if (!kinds.includes(KIND.appPasscode)) throw noPasscode();
      if (isLocked) throw locked();
      if (passcode === '') throw canceled();
      await vault.rekey(mode, passcode);
    });
  }

  updateConfig(config: IdentityVaultConfig): Promise<void> {
    return this.use(async (vault) => {
      if (config.key !== this.config?.key)
        throw new VaultError(VaultErrorCodes.InvalidArguments, 'The key of a vault can not be changed.');
      await this.#update(vault, config);
      this.tellConfig(config);
    });
  }

  getProtectionReport(): Promise<ProtectionReport> {
    return this.use(async (vault) => protectionOf((await vault.status()).kinds));
  }

  async #read(vault: SharedVault): Promise<Values> {
    // Asking first what is stored would read it twice.
    if (!vault.isUnlocked) await this.#unlock(vault);
    return vault.values();
  }

  async #write(vault: SharedVault, changes: Changes): Promise<void> {
    await vault.setUpOnce(async () => {
      const { isPasscodeSetupNeeded, mode } = await vault.status();
      if (isPasscodeSetupNeeded) await this.#choosePasscode(vault, (passcode) => vault.rekey(mode, passcode));
    });
    await vault.write(changes);
  }

  #unlock(vault: SharedVault): Promise<void> {
    return vault.unlockOnce(async () => {
      const { isLocked, kinds } = await vault.status();
      if (!isLocked) return;
      if (!kinds.includes(KIND.appPasscode) || !this.desk.handler) return vault.unlock();
      await this.desk.ask(false, (passcode) => vault.unlockWithPasscode(passcode));
    });
  }

  async #choosePasscode(vault: SharedVault, use: (passcode: string) => Promise<void>): Promise<void> {
    if (this.desk.handler) return this.desk.ask(true, use);
    const passcode = await vault.choosePasscode();
    if (passcode === undefined) throw canceled();
    await use(passcode);
  }

  async #update(vault: SharedVault, config: IdentityVaultConfig): Promise<void> {
    const mode = this.modeOf(config);
    const { mode: present, isLocked, isStored, isInUse, kinds } = await vault.status();
    const isThere = isStored || isInUse;
    const isRekeyed = mode !== present;
    if (isRekeyed && isLocked) throw locked();
    const wanted = isRekeyed || !isThere ? await vault.slotsFor(mode) : [];
    const isAsked = isThere && wanted.includes(KIND.appPasscode) && !kinds.includes(KIND.appPasscode);
    const apply = (passcode?: string) =>
      this.#apply(config, mode, () => (isRekeyed ? vault.rekey(mode, passcode) : takeOver(vault)));
    await (isAsked ? this.#choosePasscode(vault, apply) : apply());
  }

  /** Re-keying and writing take over the options in force, so these come first, and go again when it fails. */
  async #apply(config: IdentityVaultConfig, mode: Mode, change: () => Promise<void>): Promise<void> {
    const undo = await this.configure(config, mode);
    try {
      await change();
    } catch (error) {
      await undo();
      throw error;
    }
  }
}

/** Has a vault that is open know the options in force. One that is locked learns them with the next write. */
async function takeOver(vault: SharedVault): Promise<void> {
  const { isStored, isLocked } = await vault.status();
  if (isStored && !isLocked) await vault.write(new Map());
}

async function exists(vault: SharedVault): Promise<boolean> {
  const { isStored, isInUse } = await vault.status();
  return isStored || isInUse;
}
