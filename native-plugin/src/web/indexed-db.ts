import { CoreError } from '../core/ports/core-error.ts';
import { connect, disconnect, type Schema } from './connection.ts';
import { isNamed } from './is-named.ts';
import { within } from './within.ts';

interface Scope {
  readonly stores: readonly string[];
  readonly mode: IDBTransactionMode;
  /** Default `strict`: on disk when it is complete. */
  readonly durability?: 'relaxed' | undefined;
}

type Task<T> = (transaction: IDBTransaction) => Promise<T>;

/** Far longer than a healthy browser takes, and shorter than people wait in front of an empty page. */
const TRANSACTION_LIMIT = 10_000;

/**
 * One transaction, complete when it resolves (one that only reads: when the task is done); aborted when the task fails. A
 * connection that failed is replaced, and the task done once more.
 * @throws CoreError `TEMPORARILY_UNAVAILABLE`, `POLICY_NOT_MET` (this browser can't store a non-extractable key); never
 * taken for absence. Errors of the task itself are passed on.
 */
export async function inTransaction<T>(schema: Schema, scope: Scope, task: Task<T>): Promise<T> {
  try {
    return await attempt(schema, scope, task).catch((error: unknown) => {
      if (isFinal(error)) throw error;
      return attempt(schema, scope, task);
    });
  } catch (error) {
    throw storageError(error);
  }
}

async function attempt<T>(schema: Schema, scope: Scope, task: Task<T>): Promise<T> {
  const { stores, mode, durability = 'strict' } = scope;
  const database = await connect(schema);
  try {
    const transaction = database.transaction([...stores], mode, { durability });
    return await run(transaction, () => task(transaction));
  } catch (error) {
    if (!(error instanceof CoreError)) disconnect(schema, database);
    throw error;
  }
}

async function run<T>(transaction: IDBTransaction, task: () => Promise<T>): Promise<T> {
  try {
    return await within(TRANSACTION_LIMIT, completed(transaction, task));
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

async function completed<T>(transaction: IDBTransaction, task: () => Promise<T>): Promise<T> {
  // What was read is known before the transaction is complete.
  if (transaction.mode === 'readonly') return task();
  const done = completion(transaction);
  // It is heard of below, unless the task failed first.
  done.catch(() => undefined);
  const outcome = await task();
  await done;
  return outcome;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself, which the caller hears from the error that brought us here.
  }
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The storage transaction was aborted.'));
  });
}

/**
 * Another connection changes nothing about these. After a limit the first transaction may have been written after all, so
 * a second one would find what it wrote and call it a conflict.
 */
function isFinal(error: unknown): boolean {
  const names = ['DataCloneError', 'QuotaExceededError', 'SecurityError', 'TimeoutError'];
  return error instanceof CoreError || names.some((name) => isNamed(error, name));
}

function storageError(error: unknown): unknown {
  if (error instanceof CoreError) return error;
  if (isNamed(error, 'DataCloneError')) {
    return new CoreError('POLICY_NOT_MET', 'this browser can not store a non-extractable key', { cause: error });
  }
  const detail = isNamed(error, 'QuotaExceededError')
    ? 'the storage of this browser is full: free some space'
    : 'the storage of this browser failed: close the other tabs of this app, or restart the browser';
  return new CoreError('TEMPORARILY_UNAVAILABLE', detail, { cause: error });
}
