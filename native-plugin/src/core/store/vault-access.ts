import type { Bytes } from '../codec/bytes.ts';
import { CoreError, coreErrorCode, type CoreErrorCode } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { eraseVault } from './erase-vault.ts';
import { loadVault } from './load-vault.ts';
import type { LoadedVault } from './loaded-vault.ts';

interface Observer {
  readonly onFound: (vault: LoadedVault) => void;
  readonly onDamage: (code: CoreErrorCode) => void;
}

/** The stored vault of one scope. What is found is told at once, so that nothing unlocked outlives damage. */
export class VaultAccess {
  readonly #ports: CorePorts;
  readonly #scope: Bytes;
  readonly #observer: Observer;

  constructor(ports: CorePorts, scope: Bytes, observer: Observer) {
    this.#ports = ports;
    this.#scope = scope;
    this.#observer = observer;
  }

  /** @throws CoreError as loading does */
  async load(): Promise<LoadedVault | undefined> {
    try {
      const vault = await loadVault(this.#ports, this.#scope);
      if (vault) this.#observer.onFound(vault);
      return vault;
    } catch (error) {
      const code = coreErrorCode(error);
      if (code !== undefined && isDamage(code)) this.#observer.onDamage(code);
      throw error;
    }
  }

  /** @throws CoreError `NOT_FOUND`, as loading does */
  async require(): Promise<LoadedVault> {
    const vault = await this.load();
    if (!vault) {
      this.#observer.onDamage('NOT_FOUND');
      throw new CoreError('NOT_FOUND', 'there is no vault');
    }
    return vault;
  }

  /** What a new vault continues: only what can be read. What can't be is erased first. */
  async replaceable(): Promise<LoadedVault | undefined> {
    try {
      return await loadVault(this.#ports, this.#scope);
    } catch (error) {
      const code = coreErrorCode(error);
      if (code === undefined || !isDamage(code)) throw error;
      await this.erase();
      return undefined;
    }
  }

  erase(): Promise<void> {
    return eraseVault(this.#ports, this.#scope);
  }
}

/** Not being able to read now, or having been overtaken, says nothing about what is stored. */
function isDamage(code: CoreErrorCode): boolean {
  return code !== 'TEMPORARILY_UNAVAILABLE' && code !== 'CONFLICT';
}
