import type { VaultStore } from '../core/ports.ts';
import { VaultErrorCodes } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import { isNamed } from './is-named.ts';

// Provisional: the name changes when the format is frozen, and what is stored under this one is not migrated.
const DATABASE = 'capacitor-identity-vault-provisional';
const VAULTS = 'vaults';

/** All vaults of the origin in one database, so that the browser evicts all of them or none. */
export function indexedDbStore(): VaultStore {
  return {
    load: (name) => inTransaction('readonly', async (vaults) => result(vaults.get(name) as IDBRequest<unknown>)),

    update: (name, change) =>
      inTransaction('readwrite', async (vaults) => {
        const next = change(await result(vaults.get(name) as IDBRequest<unknown>));
        if (next === undefined) vaults.delete(name);
        else vaults.put(next, name);
      }),
  };
}

/** Every failure leaves as a vault error; none of them means that nothing is stored. */
async function inTransaction<T>(mode: IDBTransactionMode, task: (vaults: IDBObjectStore) => Promise<T>): Promise<T> {
  try {
    const database = await open();
    try {
      return await run(database.transaction(VAULTS, mode, { durability: 'strict' }), task);
    } finally {
      database.close();
    }
  } catch (error) {
    throw storageError(error);
  }
}

/** Resolves after the transaction is on disk; aborts it when the task fails. */
async function run<T>(transaction: IDBTransaction, task: (vaults: IDBObjectStore) => Promise<T>): Promise<T> {
  const done = completion(transaction);
  try {
    const value = await task(transaction.objectStore(VAULTS));
    await done;
    return value;
  } catch (error) {
    done.catch(() => undefined);
    abort(transaction);
    throw error;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself, which the caller hears from the error that brought us here.
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(VAULTS);
  return result(request);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The storage request failed.'));
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The storage transaction was aborted.'));
  });
}

function storageError(error: unknown): unknown {
  if (error instanceof VaultError) return error;
  if (isNamed(error, 'DataCloneError')) {
    const message = 'This browser can not store a non-extractable key.';
    return new VaultError(VaultErrorCodes.PolicyNotMet, message, { cause: error });
  }
  return new VaultError(VaultErrorCodes.VaultUnavailable, 'The storage of this browser failed.', { cause: error });
}
