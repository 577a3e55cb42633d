import { CoreError } from '../core/ports/core-error.ts';
import { isNamed } from './is-named.ts';

interface Schema {
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
    const transaction = await begin(schema, { store, mode });
    return await run(transaction, (of) => task(of.objectStore(store)));
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

/** The connections of this page, by factory: opening one takes longer than all that is done with it. */
const connections = new WeakMap<IDBFactory, Map<string, Promise<IDBDatabase>>>();

/** A connection that the browser closed meanwhile (its storage was cleared, say) is opened anew, once. */
async function begin(schema: Schema, { store, mode }: Scope): Promise<IDBTransaction> {
  const database = await connect(schema);
  try {
    return database.transaction(store, mode, { durability: 'strict' });
  } catch (error) {
    if (!isNamed(error, 'InvalidStateError')) throw error;
    connectionsOf(indexedDB).delete(schema.name);
    return (await connect(schema)).transaction(store, mode, { durability: 'strict' });
  }
}

function connect(schema: Schema): Promise<IDBDatabase> {
  const known = connectionsOf(indexedDB);
  const present = known.get(schema.name);
  if (present) return present;
  const forget = () => void known.delete(schema.name);
  const connection = open(schema, forget);
  known.set(schema.name, connection);
  // After that: one that fails before it returns would be kept for good.
  connection.catch(forget);
  return connection;
}

function connectionsOf(factory: IDBFactory): Map<string, Promise<IDBDatabase>> {
  const known = connections.get(factory) ?? new Map<string, Promise<IDBDatabase>>();
  connections.set(factory, known);
  return known;
}

async function open({ name, version, stores }: Schema, onGone: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  const database = await result(request);
  // Whoever deletes or upgrades the database must not wait for this page.
  database.onversionchange = () => {
    onGone();
    database.close();
  };
  database.onclose = onGone;
  return database;
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
