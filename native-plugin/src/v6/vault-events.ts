import type { VaultError } from '../definitions/errors.ts';
import type { IdentityVaultConfig } from '../definitions/v6.ts';
import type { VaultListener } from '../vaults/vault-service.ts';
import { CallbackList } from './callback-list.ts';

/** Everything that apps of versions 5 and 6 can hear of. */
export class VaultEvents {
  readonly config = new CallbackList<IdentityVaultConfig>();
  readonly error = new CallbackList<VaultError>();
  readonly lock = new CallbackList<{ timeout: boolean }>();
  readonly unlock = new CallbackList<undefined>();
  readonly idle = new CallbackList<{ remaining: number }>();
  readonly active = new CallbackList<undefined>();

  /** What the vault tells. Its configuration changes through `updateConfig` only, which tells that itself. */
  readonly listener: VaultListener = {
    onLock: ({ timeout }) => Promise.all(this.lock.tell({ timeout })),
    onUnlock: () => this.unlock.tell(undefined),
    onConfig: () => undefined,
    onIdle: (remaining) => this.idle.tell({ remaining }),
    onActive: () => this.active.tell(undefined),
  };
}
