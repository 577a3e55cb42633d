import type { VaultDescriptor } from '../definitions.ts';
import type { Ports } from './ports.ts';
import { scopeOf } from './scope.ts';
import type { Settings } from './settings.ts';
import { VaultCore } from './vault-core.ts';

/** The vaults of this process. Handles of one descriptor share a core: one key, one prompt, one lock. */
export class CoreRegistry {
  readonly ports: Ports;
  readonly #cores = new Map<string, VaultCore>();

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /** The latest settings win, for every handle of the vault. */
  async open(descriptor: VaultDescriptor, settings: Settings): Promise<VaultCore> {
    const scope = await scopeOf(this.ports.sealing, this.ports.appId, descriptor);
    const known = this.#cores.get(scope.name);
    if (known) known.memory.settings = settings;
    const core = known ?? new VaultCore(this.ports, scope, settings);
    this.#cores.set(scope.name, core);
    return core;
  }

  get cores(): readonly VaultCore[] {
    return [...this.#cores.values()];
  }
}
