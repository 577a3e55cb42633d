import { VaultErrorCodes, type AuthMode } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import { isAuthMode } from './auth-modes.ts';

/** Bytes that WebCrypto and IndexedDB take: never over shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Stored keys and their values as JSON texts. */
export type Values = ReadonlyMap<string, string>;

export type SlotKind = 'device' | 'appPasscode';

/** The public part of a slot: bound to the wrapped key as additional data. */
export interface SlotHeader {
  readonly kind: SlotKind;
  readonly slotId: Bytes;
  /** PBKDF2 iterations; 0 for a `device` slot. */
  readonly iterations: number;
  /** Empty for a `device` slot. */
  readonly salt: Bytes;
}

/** One way to unlock: the data key, wrapped under what the slot's kind demands. */
export interface Slot extends SlotHeader {
  /** A non-extractable key of this device; only the platform that made it can use it. */
  readonly deviceKey: unknown;
  readonly sealed: Sealed;
}

export interface Sealed {
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
}

/** Failed passcodes, counted before they are checked. */
export interface Attempts {
  readonly failed: number;
  /** Wall clock, milliseconds, of the latest attempt. */
  readonly at: number;
}

export const NO_ATTEMPTS: Attempts = { failed: 0, at: 0 };

/** Readers refuse any other. The format is not frozen: nothing stored in it will ever be migrated. */
export const FORMAT = 'provisional-1';

/** A vault as stored. Everything but `attempts` is bound together by `digest` and by the payload's tag. */
export interface VaultRecord {
  readonly format: typeof FORMAT;
  readonly vaultId: Bytes;
  /** SHA-256 that names the vault; checked on load, so records can't be swapped. */
  readonly scope: Bytes;
  /** Increments with every write; compared before the next one. */
  readonly generation: number;
  readonly mode: AuthMode;
  readonly hasValues: boolean;
  readonly hasSession: boolean;
  readonly slot: Slot;
  readonly payload: Sealed;
  readonly digest: Bytes;
  readonly attempts: Attempts;
}

/**
 * Reads what storage returned.
 * @throws VaultError `UnsupportedFormat` or `Corrupt`; absent (`undefined`) is neither.
 */
export function parseRecord(stored: unknown, scope: Bytes): VaultRecord | undefined {
  if (stored === undefined) return undefined;

  if (typeof stored !== 'object' || stored === null) throw corrupt();
  const record: Partial<VaultRecord> = stored;
  if (record.format !== FORMAT) {
    throw new VaultError(
      VaultErrorCodes.UnsupportedFormat,
      'The stored vault has a format this version does not read.',
    );
  }
  if (!isComplete(record) || !isEqual(record.scope, scope)) throw corrupt();
  return record;
}

export function corrupt(cause?: unknown): VaultError {
  const message = 'The stored vault is damaged or was changed from outside. Logging in replaces it.';
  return new VaultError(VaultErrorCodes.Corrupt, message, { cause });
}

export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Iteration counts outside are refused before any work: a large one would hang the app. */
const ITERATIONS = { least: 100_000, most: 2_000_000 };

function isComplete(record: Partial<VaultRecord>): record is VaultRecord {
  return (
    isBytes(record.vaultId, 16) &&
    isBytes(record.scope, 32) &&
    isBytes(record.digest, 32) &&
    isCount(record.generation) &&
    isAuthMode(record.mode) &&
    isSlot(record.slot) &&
    isSealed(record.payload) &&
    isCount(record.attempts?.failed) &&
    Number.isFinite(record.attempts?.at)
  );
}

function isSlot(slot: Slot | undefined): boolean {
  if (!slot || !isBytes(slot.slotId, 8) || !isSealed(slot.sealed) || !isByteArray(slot.salt)) return false;
  if (slot.kind === 'device') return slot.iterations === 0 && slot.salt.length === 0;
  return slot.iterations >= ITERATIONS.least && slot.iterations <= ITERATIONS.most && slot.salt.length === 16;
}

function isSealed(sealed: Sealed | undefined): boolean {
  return isBytes(sealed?.nonce, 12) && isByteArray(sealed?.ciphertext);
}

function isBytes(value: unknown, length: number): boolean {
  return isByteArray(value) && value.length === length;
}

/** Not `instanceof`: under jsdom, where apps test, the bytes of `TextEncoder` come from another realm. */
function isByteArray(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
