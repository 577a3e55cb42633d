import type { PendingLogin } from './pending-login.ts';

/**
 * Keeps the sign-in that was begun while the user is away. On the web that is the tab (`sessionStorage`): an answer in another tab
 * is none. On a phone it has to outlive the process: `vaultPendingStore`.
 */
export interface PendingStore {
  /** One at a time: the latest wins. */
  put(pending: PendingLogin): Promise<void>;
  /** Leaves it where it is. */
  peek(): Promise<PendingLogin | undefined>;
  /** Removes the one with this state. @returns whether it was there: of two that take it, one gets `true` */
  take(state: string): Promise<boolean>;
}

/** Reads what {@link PendingStore.put} wrote; anything else is nothing. */
export function parsePending(text: string | null): PendingLogin | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPending(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a stored value is a sign-in that was begun. */
export function isPending(value: unknown): value is PendingLogin {
  if (typeof value !== 'object' || value === null) return false;
  const text = (name: string): boolean => typeof Reflect.get(value, name) === 'string';
  return (
    ['state', 'nonce', 'verifier', 'redirectUri', 'issuer'].every(text) &&
    typeof Reflect.get(value, 'begunAt') === 'number'
  );
}
