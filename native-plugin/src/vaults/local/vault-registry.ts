import { hex } from '../../core/codec/bytes.ts';
import { scopeOf, type Descriptor } from '../../core/slots/scope.ts';
import type { Settings } from '../settings.ts';
import { sharedScreen } from './shared-screen.ts';
import { SharedVault } from './shared-vault.ts';
import type { ScreenCover, VaultPlatform } from './vault-platform.ts';

/** The vaults of this process. Handles of one descriptor share a vault: one key, one prompt, one lock. */
export class VaultRegistry {
  readonly platform: VaultPlatform;
  readonly #vaults = new Map<string, { readonly vault: SharedVault; readonly settings: Settings }>();
  readonly #newShare: () => ScreenCover;
  #hidesScreen = false;
  #isWatching = false;

  constructor(platform: VaultPlatform) {
    this.platform = platform;
    this.#newShare = sharedScreen(platform.screen);
  }

  /** The latest settings win, for every handle of the vault. @throws CoreError `INVALID_ARGUMENT` */
  async open(descriptor: Descriptor, settings: Settings): Promise<SharedVault> {
    const scope = await scopeOf(this.platform.ports.aead, this.platform.appId, descriptor);
    const name = hex(scope);
    const known = this.#vaults.get(name);
    const effective = this.#effective(settings);
    const vault = known?.vault ?? new SharedVault({ ...this.platform, screen: this.#newShare() }, scope, effective);
    vault.configure(effective);
    this.#vaults.set(name, { vault, settings });
    return vault;
  }

  get hidesScreen(): boolean {
    return this.#hidesScreen;
  }

  /** Covers the screen in the background for every vault, whatever its own settings, and without any. */
  set hidesScreen(isHidden: boolean) {
    this.#hidesScreen = isHidden;
    for (const { vault, settings } of this.#vaults.values()) vault.configure(this.#effective(settings));
    this.#watch();
  }

  #effective(settings: Settings): Settings {
    return { ...settings, hideScreen: settings.hideScreen || this.#hidesScreen };
  }

  /** A vault covers by itself, and knows when the app may be seen again. */
  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const { lifecycle } = this.platform;
    const screen = this.#newShare();
    let covers = false;
    lifecycle.onBackground(() => {
      covers = this.#hidesScreen && this.#vaults.size === 0;
      if (covers) screen.cover();
    });
    lifecycle.onForeground(() => {
      if (covers) screen.uncover();
      covers = false;
    });
  }

  get vaults(): readonly SharedVault[] {
    return [...this.#vaults.values()].map(({ vault }) => vault);
  }
}
