import type { ScreenCover } from '../vaults/local/platform.ts';

const STYLE = [
  'position: fixed',
  'inset: 0',
  'width: 100vw',
  'height: 100vh',
  'max-width: none',
  'max-height: none',
  'margin: 0',
  'padding: 0',
  'border: 0',
  'z-index: 2147483647',
  'color-scheme: light dark',
  'background: Canvas',
].join(' !important; ');

/** A plain surface over everything, also over open dialogs: a popover is in the top layer, and last is on top. */
export function screenCover(): ScreenCover {
  let element: HTMLElement | undefined;

  return {
    cover() {
      if (element) return;
      element = document.createElement('div');
      element.setAttribute('aria-hidden', 'true');
      element.setAttribute('data-identity-vault', 'cover');
      element.popover = 'manual';
      element.style.cssText = `${STYLE} !important`;
      document.documentElement.append(element);
      // Browsers without popovers still have the z-index.
      if (typeof element.showPopover === 'function') element.showPopover();
    },

    uncover() {
      element?.remove();
      element = undefined;
    },
  };
}
