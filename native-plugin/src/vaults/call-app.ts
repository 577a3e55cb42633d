import type { VaultError } from '../definitions/errors.ts';
import { asVaultError } from './refusals.ts';

/** Runs a callback of the app. Its failure is reported as unhandled, and never becomes the vault's. */
export function callApp(callback: () => unknown): unknown {
  try {
    return callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
    return undefined;
  }
}

/** Hands a failure to a hook. */
export function told(hook: (error: VaultError) => unknown): (error: unknown) => void {
  return (error) => void callApp(() => hook(asVaultError(error)));
}
