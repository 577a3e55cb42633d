import { parsePending, type PendingStore } from '../pending/pending-store.ts';

const KEY = 'identity-vault.oidc.pending';

/** In this tab, over the pages in it. It ends with the tab. */
export function tabPendingStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage,
): PendingStore {
  const peek = () => parsePending(storage.getItem(KEY));
  return {
    put(pending) {
      storage.setItem(KEY, JSON.stringify(pending));
      return Promise.resolve();
    },
    peek: () => Promise.resolve(peek()),
    take(state) {
      const isThere = peek()?.state === state;
      if (isThere) storage.removeItem(KEY);
      return Promise.resolve(isThere);
    },
  };
}
