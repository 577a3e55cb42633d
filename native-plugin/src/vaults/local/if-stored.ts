import { coreErrorCode } from '../../core/ports/core-error.ts';
import type { CoreVault } from '../../core/vault/core-vault.ts';

/** `undefined` where definitely nothing is stored. */
export async function ifStored<T>(core: CoreVault, task: () => Promise<T>): Promise<T | undefined> {
  try {
    // What a process does not know of may have been stored by an earlier one, or another.
    if (core.state.phase === 'absent') await core.start();
    return await task();
  } catch (error) {
    if (coreErrorCode(error) === 'NOT_FOUND') return undefined;
    throw error;
  }
}
