import type { VaultInterface } from '../../definitions/v6.ts';
import { isPending, type PendingStore } from './pending-store.ts';

const KEY = 'oidc.pending';

/**
 * Keeps a sign-in that was begun over the end of the process.
 *
 * @param vault of type `SecureStorage`, and not the one of the session: that may be locked, and a new session replaces it
 *
 * @example
 * const pendingVault = new Vault();
 * await pendingVault.initialize({ key: 'com.example.pending', type: VaultType.SecureStorage });
 * const pending = vaultPendingStore(pendingVault);
 */
export function vaultPendingStore(vault: Pick<VaultInterface, 'getValue' | 'setValue' | 'removeValue'>): PendingStore {
  let last = Promise.resolve();
  const peek = async () => {
    const value = await vault.getValue<unknown>(KEY);
    return isPending(value) ? value : undefined;
  };
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
  return {
    put: (pending) => inTurn(() => vault.setValue(KEY, pending)),
    peek: () => inTurn(peek),
    take: (state) =>
      inTurn(async () => {
        if ((await peek())?.state !== state) return false;
        await vault.removeValue(KEY);
        return true;
      }),
  };
}
