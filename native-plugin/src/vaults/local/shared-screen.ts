import type { ScreenCover } from './platform.ts';

/**
 * One screen for several owners: it stays covered until the last of those who covered it has uncovered.
 * @returns what gives each owner its share
 */
export function sharedScreen(screen: ScreenCover): () => ScreenCover {
  const holders = new Set<ScreenCover>();
  return () => {
    const share: ScreenCover = {
      cover() {
        holders.add(share);
        screen.cover();
      },
      uncover() {
        if (holders.delete(share) && holders.size === 0) screen.uncover();
      },
    };
    return share;
  };
}
