import type { CoreVault } from '../../core/vault/core-vault.ts';
import type { Settings } from '../settings.ts';
import type { Presence } from '../presence.ts';

/** Tells a vault of the person in front of it; only one with an idle lock has to know. */
export class PresenceWatch {
  readonly #core: CoreVault;
  readonly #presence: Presence | undefined;
  #isWatching = false;

  constructor(core: CoreVault, presence: Presence | undefined) {
    this.#core = core;
    this.#presence = presence;
  }

  /** Somebody is there. */
  report(): void {
    this.#core.notice('activity');
  }

  watch({ idleTimeout = 0 }: Settings): void {
    if (this.#isWatching || idleTimeout === 0) return;
    this.#isWatching = true;
    this.#presence?.(() => this.report());
  }
}
