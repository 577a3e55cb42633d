import { CoreError } from '../vault-core/core-error.ts';
import { isNamed } from './is-named.ts';

export interface Schema {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly string[];
}

interface Scope {
  readonly store: string;
  readonly mode: IDBTransactionMode;
}

/**
 * One transaction on one store, on disk when it resolves; aborted when the task fails.
 * @throws CoreError `TEMPORARILY_UNAVAILABLE`, `POLICY_NOT_MET` (this browser can't store a non-extractable key); never
 * taken for absence. Errors of the task itself are passed on.
 */
export async function inTransaction<T>(
  schema: Schema,
  { store, mode }: Scope,
  task: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  try {
    const database = await open(schema);
    try {
      return await run(database.transaction(store, mode, { durability: 'strict' }), (of) =>
        task(of.objectStore(store)),
      );
    } finally {
      database.close();
    }
  } catch (error) {
    throw storageError(error);
  }
}

export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The storage request failed.'));
  });
}

async function run<T>(transaction: IDBTransaction, task: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
  const done = completion(transaction);
  try {
    const value = await task(transaction);
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

function open({ name, version, stores }: Schema): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  return result(request);
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The storage transaction was aborted.'));
  });
}

function storageError(error: unknown): unknown {
  if (error instanceof CoreError) return error;
  return isNamed(error, 'DataCloneError')
    ? new CoreError('POLICY_NOT_MET', 'this browser can not store a non-extractable key', { cause: error })
    : new CoreError('TEMPORARILY_UNAVAILABLE', 'the storage of this browser failed', { cause: error });
}
