import { isEqual, type Bytes } from '../core/codec/bytes.ts';
import { CoreError } from '../core/ports/core-error.ts';
import type { AnchorStore, BlobStore, JointStore, Stored } from '../core/ports/ports.ts';
import type { CryptoKeyStore } from './crypto/web-crypto-hmac.ts';
import { inTransaction } from './indexed-db.ts';
import { result } from './result.ts';

/** FORMAT.md §17. One database, so that the browser evicts all of it or nothing. */
const SCHEMA = { name: 'idv1', stores: ['vaults', 'keys'] } as const;

interface Idv1Database {
  readonly anchors: AnchorStore;
  readonly blobs: BlobStore;
  readonly joint: JointStore;
  readonly keys: CryptoKeyStore;
}

/** What is stored under a vault's name. Input like any other: whoever can write this origin's storage can write this. */
interface VaultRecord {
  readonly anchor?: Uint8Array;
  readonly envelope?: Uint8Array;
}

/** The vaults and keys of this origin. Every write is durable and compared in its own transaction. */
export function idv1Database(): Idv1Database {
  return {
    anchors: {
      read: async (name) => (await readRecord(name)).anchor,
      replace: (name, expected, next) => change(name, expected, (stored) => ({ ...stored, anchor: next })),
      remove: (name) => update(name, (stored) => ({ ...stored, anchor: undefined })),
    },
    blobs: {
      read: async (name) => (await readRecord(name)).envelope,
      write: (name, envelope) => update(name, (stored) => ({ ...stored, envelope })),
      remove: (name) => update(name, (stored) => ({ ...stored, envelope: undefined })),
    },
    joint: {
      read: readRecord,
      commit: (name, { expected, anchor, envelope }) => change(name, expected, () => ({ anchor, envelope })),
    },
    keys: {
      read: (name) => inKeys('readonly', async (keys) => asKey(await result<unknown>(keys.get(name)))),
      write: (name, key) => inKeys('readwrite', (keys) => result(keys.put(key, name)).then(() => undefined)),
      remove: (name) => inKeys('readwrite', (keys) => result(keys.delete(name))),
    },
  };
}

function readRecord(name: string): Promise<Stored> {
  return inVaults('readonly', async (vaults) => parseRecord(await result<unknown>(vaults.get(name))));
}

/** @returns whether the anchor was the expected one; else nothing is written */
function change(name: string, expected: Bytes | undefined, next: (stored: Stored) => Stored): Promise<boolean> {
  return inVaults('readwrite', async (vaults) => {
    const stored = parseRecord(await result<unknown>(vaults.get(name)));
    if (!isSame(stored.anchor, expected)) return false;
    await writeRecord(vaults, name, next(stored));
    return true;
  });
}

function update(name: string, next: (stored: Stored) => Stored): Promise<void> {
  return inVaults('readwrite', async (vaults) => {
    const stored = parseRecord(await result<unknown>(vaults.get(name)));
    await writeRecord(vaults, name, next(stored));
  });
}

async function writeRecord(vaults: IDBObjectStore, name: string, { anchor, envelope }: Stored): Promise<void> {
  const record: VaultRecord = { ...(anchor && { anchor }), ...(envelope && { envelope }) };
  if (anchor || envelope) await result(vaults.put(record, name));
  else await result(vaults.delete(name));
}

/** Another shape than ours is damage, never absence. @throws CoreError `CORRUPT` */
function parseRecord(record: unknown): Stored {
  if (record === undefined) return { anchor: undefined, envelope: undefined };
  if (typeof record !== 'object' || record === null) throw damaged();
  const { anchor, envelope } = record as Record<string, unknown>;
  return { anchor: asBytes(anchor), envelope: asBytes(envelope) };
}

function asBytes(value: unknown): Bytes | undefined {
  if (value === undefined) return undefined;
  // A view on shared memory could change while it is being checked.
  if (value instanceof Uint8Array) return new Uint8Array(value);
  throw damaged();
}

function asKey(value: unknown): CryptoKey | undefined {
  if (value === undefined || value instanceof CryptoKey) return value;
  throw damaged();
}

function damaged(): CoreError {
  return new CoreError('CORRUPT', 'the database has something else than vaults and keys');
}

function isSame(a: Bytes | undefined, b: Bytes | undefined): boolean {
  return a && b ? isEqual(a, b) : a === b;
}

type Task<T> = (store: IDBObjectStore) => Promise<T>;

function inVaults<T>(mode: IDBTransactionMode, task: Task<T>): Promise<T> {
  return inTransaction(SCHEMA, { store: 'vaults', mode }, task);
}

function inKeys<T>(mode: IDBTransactionMode, task: Task<T>): Promise<T> {
  return inTransaction(SCHEMA, { store: 'keys', mode }, task);
}
