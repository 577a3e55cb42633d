import type { Lifecycle } from '../vaults/local/platform.ts';

/**
 * Background is a hidden page. Several events tell it, and no browser fires all of them: a page
 * restored from the back/forward cache has `pageshow`, a frozen tab `resume`.
 */
export const pageLifecycle: Lifecycle = {
  onBackground(callback) {
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') callback();
    };
    whenHidden();
    document.addEventListener('visibilitychange', whenHidden);
    document.addEventListener('freeze', callback);
    window.addEventListener('pagehide', callback);
  },

  onForeground(callback) {
    const whenVisible = (): void => {
      if (document.visibilityState === 'visible') callback();
    };
    document.addEventListener('visibilitychange', whenVisible);
    document.addEventListener('resume', whenVisible);
    window.addEventListener('pageshow', whenVisible);
  },
};
