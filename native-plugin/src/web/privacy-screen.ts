import { ancestors, isOurs } from './composed-tree.ts';
import { Concealment } from './concealment.ts';
import { TopLayer } from './top-layer.ts';

/** After this long without anything to show, the page is loaded anew: whatever kept the lock screen away is gone then. */
const limit = 5000;

/**
 * Keeps everything of the app from being seen and used while its vault is locked, but what the app asks to keep: its page to
 * unlock. That goes for what lies over the pages, and for what appears meanwhile. What only was hidden comes back afterwards;
 * what was open in the browser's top layer (modal dialogs, popovers, full screen) lies over everything, so it is closed.
 *
 * @example
 * override async onVaultLocked(): Promise<void> {
 *   this.screen.hide();
 *   await this.router.navigateByUrl('/unlock'); // that page calls `screen.keep(itself)`
 * }
 * override onVaultUnlocked(): void {
 *   this.screen.show();
 * }
 */
export class PrivacyScreen {
  readonly #kept = new Set<Element>();
  readonly #hidden = new Concealment();
  #topLayer: TopLayer | undefined;
  #observer: MutationObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Hides all that is not kept, until {@link show}. */
  hide(): void {
    if (this.#observer) return;
    this.#topLayer = new TopLayer((element) => this.#isKept(element));
    this.#observer = new MutationObserver(() => this.#update());
    this.#observer.observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['open', 'style', 'inert', 'aria-hidden'],
    });
    document.addEventListener('toggle', this.#update, true);
    document.addEventListener('fullscreenchange', this.#update);
    this.#update();
  }

  /**
   * Shows what was hidden again.
   *
   * @param without selects what is thrown away instead of shown again: what belongs to a session that has ended
   */
  show(without = ''): void {
    if (!this.#observer) return;
    this.#observer.disconnect();
    this.#observer = undefined;
    document.removeEventListener('toggle', this.#update, true);
    document.removeEventListener('fullscreenchange', this.#update);
    clearTimeout(this.#timer);
    for (const element of this.#hidden.end()) if (without !== '' && element.matches(without)) element.remove();
  }

  /** Shows this also while the rest is hidden. @returns what ends that, to be called when it is gone */
  keep(element: Element): () => void {
    this.#kept.add(element);
    if (this.#observer) this.#update();
    return () => {
      this.#kept.delete(element);
      if (this.#observer) this.#update();
    };
  }

  readonly #update = (): void => {
    this.#topLayer?.close();
    this.#hidden.renew(this.#kept);
    clearTimeout(this.#timer);
    if (this.#kept.size === 0) this.#timer = setTimeout(() => location.reload(), limit);
  };

  #isKept(element: Element): boolean {
    return [...ancestors(element)].some((one) => this.#kept.has(one) || isOurs(one));
  }
}
