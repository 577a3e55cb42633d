import type { Platform, ScreenCover } from './platform.ts';
import { sharedScreen } from './shared-screen.ts';

/** The app's screen, which any vault may cover; and whether all of them have to, whatever their own settings. */
export class DeviceScreen {
  readonly #lifecycle: Platform['lifecycle'];
  readonly #newShare: () => ScreenCover;
  readonly #vaults: (() => void)[] = [];
  #hides = false;
  #isWatching = false;

  constructor({ lifecycle, screen }: Pick<Platform, 'lifecycle' | 'screen'>) {
    this.#lifecycle = lifecycle;
    this.#newShare = sharedScreen(screen);
  }

  get hides(): boolean {
    return this.#hides;
  }

  /** Covers the screen in the background for every vault, and without any. */
  hide(isHidden: boolean): void {
    this.#hides = isHidden;
    for (const follow of this.#vaults) follow();
    this.#watch();
  }

  /** The share of one vault. */
  newShare(): ScreenCover {
    return this.#newShare();
  }

  /**
   * From now on a vault covers the screen by itself: it knows when the app may be seen again.
   * @param follow is called when {@link hides} may have changed
   */
  onHide(follow: () => void): void {
    this.#vaults.push(follow);
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const screen = this.#newShare();
    let covers = false;
    this.#lifecycle.onBackground(() => {
      covers = this.#hides && this.#vaults.length === 0;
      if (covers) screen.cover();
    });
    this.#lifecycle.onForeground(() => {
      if (covers) screen.uncover();
      covers = false;
    });
  }
}
