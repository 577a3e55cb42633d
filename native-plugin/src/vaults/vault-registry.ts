import { hex } from '../vault-core/codec/bytes.ts';
import { scopeOf, type Descriptor } from '../vault-core/crypto/scope.ts';
import type { Settings } from './settings.ts';
import { SharedVault } from './shared-vault.ts';
import type { VaultPlatform } from './vault-platform.ts';

/** The vaults of this process. Handles of one descriptor share a vault: one key, one prompt, one lock. */
export class VaultRegistry {
  readonly platform: VaultPlatform;
  readonly #vaults = new Map<string, SharedVault>();

  constructor(platform: VaultPlatform) {
    this.platform = platform;
  }

  /** The latest settings win, for every handle of the vault. @throws CoreError `INVALID_ARGUMENT` */
  async open(descriptor: Descriptor, settings: Settings): Promise<SharedVault> {
    const scope = await scopeOf(this.platform.ports.aead, this.platform.appId, descriptor);
    const name = hex(scope);
    const known = this.#vaults.get(name);
    known?.configure(settings);
    const vault = known ?? new SharedVault(this.platform, scope, settings);
    this.#vaults.set(name, vault);
    return vault;
  }

  get vaults(): readonly SharedVault[] {
    return [...this.#vaults.values()];
  }
}
