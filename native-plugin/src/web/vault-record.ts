import type { Bytes } from '../core/codec/bytes.ts';
import { CoreError } from '../core/ports/core-error.ts';
import type { Records, Stored } from '../core/ports/ports.ts';

/** What is stored under a vault's name. Input like any other: whoever can write this origin's storage can write this. */
export interface VaultRecord {
  readonly anchor?: Uint8Array;
  readonly envelope?: Uint8Array;
  readonly claimed?: true;
}

/** What is read of it. */
export interface StoredRecord extends Stored {
  readonly isClaimed: boolean;
}

/** Another shape than ours is damage, never absence. @throws CoreError `CORRUPT` */
export function parseRecord(record: unknown): StoredRecord {
  if (record === undefined) return { anchor: undefined, envelope: undefined, isClaimed: false };
  if (typeof record !== 'object' || record === null) throw damaged();
  const { anchor, envelope, claimed } = record as Record<string, unknown>;
  return { anchor: asBytes(anchor), envelope: asBytes(envelope), isClaimed: claimed !== undefined };
}

function asBytes(value: unknown): Bytes | undefined {
  if (value === undefined) return undefined;
  if (!(value instanceof Uint8Array)) throw damaged();
  // A view on shared memory could change while it is being checked.
  return value.buffer instanceof ArrayBuffer ? (value as Bytes) : new Uint8Array(value);
}

/** Whether both are, byte for byte, these. */
export function areThose(stored: Stored, { anchor, envelope }: Records): boolean {
  return isSame(stored.anchor, anchor) && isSame(stored.envelope, envelope);
}

/** As keys, which the browser compares byte by byte: far faster than a loop of a page that has just been loaded. */
export function isSame(a: Bytes | undefined, b: Bytes | undefined): boolean {
  return a && b ? indexedDB.cmp(a, b) === 0 : a === b;
}

export function damaged(): CoreError {
  return new CoreError('CORRUPT', 'the database has something else than vaults and keys');
}
