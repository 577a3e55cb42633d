import type { Bytes } from '../core/codec/bytes.ts';
import { coreErrorCode } from '../core/ports/core-error.ts';
import type { AnchorStore, BlobStore, JointStore, Records, Stored } from '../core/ports/ports.ts';
import { conflict } from '../core/store/loaded-vault.ts';
import { asMacKey, type CryptoKeyStore } from './crypto/web-crypto-hmac.ts';
import { inTransaction } from './indexed-db.ts';
import { result } from './result.ts';
import { areThose, damaged, isSame, parseRecord, type StoredRecord, type VaultRecord } from './vault-record.ts';

/** FORMAT.md §17. One database, so that the browser evicts all of it or nothing. */
const SCHEMA = { name: 'idv1', stores: ['vaults', 'keys'] } as const;

export interface Idv1Database {
  readonly anchors: AnchorStore;
  readonly blobs: BlobStore;
  readonly joint: JointStore;
  readonly keys: CryptoKeyStore;
  /** Of everything that is stored. */
  readonly names: Readonly<Record<'vaults' | 'keys', () => Promise<readonly string[]>>>;
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
      read: readJointly,
      holds: async (name, records) => areThose(await readRecord(name), records),
      commit: (name, { expected, ...next }) => replace(name, next, ({ anchor }) => isSame(anchor, expected)),
      replace: (name, expected, next) => replace(name, next, (stored) => isUnclaimed(stored, expected)),
      claim,
    },
    keys: {
      read: (name) => inKeys('readonly', async (keys) => asKey(await result<unknown>(keys.get(name)))),
      write: (name, key) => inKeys('readwrite', (keys) => result(keys.put(key, name)).then(() => undefined)),
      remove: (name) => inKeys('readwrite', (keys) => result(keys.delete(name))),
    },
    names: {
      vaults: () => inVaults('readonly', async (vaults) => (await result(vaults.getAllKeys())).map(String)),
      keys: () => inKeys('readonly', async (keys) => (await result(keys.getAllKeys())).map(String)),
    },
  };
}

async function readRecord(name: string): Promise<Stored> {
  const { anchor, envelope } = await inVaults('readonly', (vaults) => stored(vaults, name));
  return { anchor, envelope };
}

async function readJointly(name: string, anchorKey?: string): ReturnType<JointStore['read']> {
  if (anchorKey === undefined) return readRecord(name);
  return inTransaction(SCHEMA, { stores: SCHEMA.stores, mode: 'readonly' }, async (transaction) => {
    const [{ anchor, envelope }, key] = await Promise.all([
      stored(transaction.objectStore('vaults'), name),
      result<unknown>(transaction.objectStore('keys').get(anchorKey)),
    ]);
    return { anchor, envelope, key: asMacKeyIfAny(key) };
  });
}

/** What is no key is found out when it is asked for by its name. */
function asMacKeyIfAny(value: unknown): ReturnType<typeof asMacKey> | undefined {
  return value instanceof CryptoKey ? asMacKey(value) : undefined;
}

async function stored(vaults: IDBObjectStore, name: string): Promise<StoredRecord> {
  return parseRecord(await result<unknown>(vaults.get(name)));
}

/**
 * Asked for together, so that it takes as long as the longer of both: what is stored is known before the transaction can
 * end, and takes the write back where it is something else.
 */
async function replace(name: string, next: Records, isExpected: (stored: StoredRecord) => boolean): Promise<boolean> {
  try {
    await inVaults('readwrite', async (vaults) => {
      const assertExpected = async (): Promise<void> => {
        if (!isExpected(await stored(vaults, name))) throw conflict();
      };
      await Promise.all([assertExpected(), writeRecord(vaults, name, { ...next, isClaimed: false })]);
    });
    return true;
  } catch (error) {
    if (coreErrorCode(error) === 'CONFLICT') return false;
    throw error;
  }
}

function isUnclaimed(stored: StoredRecord, expected: Records): boolean {
  return !stored.isClaimed && areThose(stored, expected);
}

/** Only who writes without a turn looks at it: nothing is lost with it. */
function claim(name: string): Promise<void> {
  return inVaults(
    'readwrite',
    async (vaults) => {
      const record = await stored(vaults, name);
      if (!record.isClaimed) await writeRecord(vaults, name, { ...record, isClaimed: true });
    },
    'relaxed',
  );
}

/** @returns whether the anchor was the expected one; else nothing is written */
function change(name: string, expected: Bytes | undefined, next: Next): Promise<boolean> {
  return inVaults('readwrite', async (vaults) => {
    const record = await stored(vaults, name);
    if (!isSame(record.anchor, expected)) return false;
    await writeRecord(vaults, name, next(record));
    return true;
  });
}

function update(name: string, next: Next): Promise<void> {
  return inVaults('readwrite', async (vaults) => writeRecord(vaults, name, next(await stored(vaults, name))));
}

type Next = (stored: StoredRecord) => StoredRecord;

async function writeRecord(vaults: IDBObjectStore, name: string, next: StoredRecord): Promise<void> {
  const { anchor, envelope, isClaimed } = next;
  const claimed = isClaimed && { claimed: true as const };
  const record: VaultRecord = { ...(anchor && { anchor }), ...(envelope && { envelope }), ...claimed };
  if (anchor || envelope) await result(vaults.put(record, name));
  else await result(vaults.delete(name));
}

function asKey(value: unknown): CryptoKey | undefined {
  if (value === undefined || value instanceof CryptoKey) return value;
  throw damaged();
}

type Task<T> = (store: IDBObjectStore) => Promise<T>;

function inVaults<T>(mode: IDBTransactionMode, task: Task<T>, durability?: 'relaxed'): Promise<T> {
  const scope = { stores: ['vaults'], mode, durability };
  return inTransaction(SCHEMA, scope, (transaction) => task(transaction.objectStore('vaults')));
}

function inKeys<T>(mode: IDBTransactionMode, task: Task<T>): Promise<T> {
  return inTransaction(SCHEMA, { stores: ['keys'], mode }, (transaction) => task(transaction.objectStore('keys')));
}
