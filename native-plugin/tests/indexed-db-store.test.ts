import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { VaultErrorCodes } from '../src/index.ts';
import { indexedDbStore } from '../src/web/indexed-db-store.ts';

const store = indexedDbStore();
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('knows absence, and keeps what it was given', async () => {
  expect(await store.load('a')).toBeUndefined();
  await store.update('a', (stored) => ({ was: stored, bytes: Uint8Array.of(1, 2) }));
  expect(await store.load('a')).toEqual({ was: undefined, bytes: Uint8Array.of(1, 2) });
  expect(await store.load('b')).toBeUndefined();
  await store.update('a', () => undefined);
  expect(await store.load('a')).toBeUndefined();
});

it('loses no update when many are made at once', async () => {
  await Promise.all(Array.from({ length: 30 }, () => store.update('count', (stored) => Number(stored ?? 0) + 1)));
  expect(await store.load('count')).toBe(30);
});

it('a change that throws writes nothing, and its error arrives', async () => {
  await store.update('a', () => 'before');
  const refusal = store.update('a', () => {
    throw new RangeError('refused');
  });
  await expect(refusal).rejects.toMatchObject({
    code: VaultErrorCodes.VaultUnavailable,
    cause: new RangeError('refused'),
  });
  expect(await store.load('a')).toBe('before');
});

it('a key that can not be stored is a policy that is not met; the old value stays', async () => {
  await store.update('a', () => 'before');
  const refusal = store.update('a', () => () => 'functions can not be cloned');
  await expect(refusal).rejects.toMatchObject({ code: VaultErrorCodes.PolicyNotMet });
  expect(await store.load('a')).toBe('before');
});

it('storage that fails is unavailable, never absent', async () => {
  vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no access', 'SecurityError');
  });
  await expect(store.load('a')).rejects.toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
});

it('asks for a durable transaction', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await store.update('a', () => 1);
  expect(transaction).toHaveBeenCalledWith('vaults', 'readwrite', { durability: 'strict' });
});
