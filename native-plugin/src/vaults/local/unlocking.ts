import { KIND, type Kind } from '../../core/codec/format-ids.ts';
import type { CoreVault } from '../../core/vault/core-vault.ts';
import type { VaultStatus } from '../vault-service.ts';

/** Opens a vault that is locked; else there is nothing to do. A lock that comes after a call wins, whatever the call waits for. */
export class Unlocking {
  readonly #core: CoreVault;
  readonly #status: () => Promise<VaultStatus>;

  constructor(core: CoreVault, status: () => Promise<VaultStatus>) {
    this.#core = core;
    this.#status = status;
  }

  /** Shows the prompts of the vault's slots, or of one kind of them; calls made meanwhile share them. */
  byPrompt(only?: Kind): Promise<void> {
    return this.#ifLocked((epoch) => this.#core.unlock({ automatic: false, only, epoch }));
  }

  /** One attempt, without a prompt. */
  withPasscode(passcode: string): Promise<void> {
    return this.#ifLocked((epoch) => this.#core.unlockWith(KIND.appPasscode, passcode, epoch));
  }

  async #ifLocked(unlock: (epoch: number) => Promise<void>): Promise<void> {
    const { phase, epoch } = this.#core.state;
    if (phase !== 'unlocked' && (await this.#status()).isLocked) await unlock(epoch);
  }
}
