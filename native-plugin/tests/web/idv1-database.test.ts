import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idv1Database } from '../../src/web/idv1-database.ts';

const { anchors, blobs, joint, keys, names } = idv1Database();
const bytes = (...values: number[]) => Uint8Array.from(values);
const put = (store: string, name: string, value: unknown) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('idv1', 1);
    request.onsuccess = () => {
      const transaction = request.result.transaction(store, 'readwrite');
      transaction.objectStore(store).put(value, name);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(new Error('put'));
    };
  });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('knows absence, and keeps what it was given', async () => {
  expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
  expect(await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) })).toBe(true);
  expect(await joint.read('a')).toEqual({ anchor: bytes(1), envelope: bytes(2) });
  expect([await anchors.read('a'), await blobs.read('a')]).toEqual([bytes(1), bytes(2)]);
  await blobs.remove('a');
  expect(await joint.read('a')).toEqual({ anchor: bytes(1), envelope: undefined });
  await anchors.remove('a');
  expect(await anchors.read('a')).toBeUndefined();
  expect(await joint.read('b')).toEqual({ anchor: undefined, envelope: undefined });
});

it('lists what is stored', async () => {
  expect([await names.vaults(), await names.keys()]).toEqual([[], []]);
  await joint.commit('b', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
  await anchors.replace('a', undefined, bytes(1));
  await keys.write('k', await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']));
  expect([await names.vaults(), await names.keys()]).toEqual([['a', 'b'], ['k']]);
  await keys.remove('k');
  expect(await names.keys()).toEqual([]);
});

it('writes only over the anchor that was expected', async () => {
  await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
  const stale = { anchor: bytes(3), envelope: bytes(4) };
  expect(await joint.commit('a', { expected: undefined, ...stale })).toBe(false);
  expect(await joint.commit('a', { expected: bytes(9), ...stale })).toBe(false);
  expect(await anchors.replace('a', bytes(9), bytes(3))).toBe(false);
  expect(await joint.read('a')).toEqual({ anchor: bytes(1), envelope: bytes(2) });
  expect(await anchors.replace('a', bytes(1), bytes(3))).toBe(true);
  expect(await joint.read('a')).toEqual({ anchor: bytes(3), envelope: bytes(2) });
});

it('of many writers that expect the same, one wins', async () => {
  const results = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      joint.commit('a', { expected: undefined, anchor: bytes(at), envelope: bytes(at) }),
    ),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
  const { anchor, envelope } = await joint.read('a');
  expect(anchor).toEqual(envelope);
});

describe('a write without a turn', () => {
  const records = (value: number) => ({ anchor: bytes(value), envelope: bytes(value, value) });
  beforeEach(() => joint.commit('a', { expected: undefined, ...records(1) }));

  it('is made over exactly what was expected, in one transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expect(await joint.replace('a', records(1), records(2))).toBe(true);
    expect(transaction.mock.calls).toEqual([[['vaults'], 'readwrite', { durability: 'strict' }]]);
    expect(await joint.read('a')).toEqual(records(2));
    transaction.mockRestore();
  });

  it.each([
    { what: 'another anchor', expected: { ...records(1), anchor: bytes(9) } },
    { what: 'another envelope', expected: { ...records(1), envelope: bytes(9) } },
    { what: 'a shorter one', expected: { ...records(1), envelope: bytes(1) } },
  ])('takes its write back over $what', async ({ expected }) => {
    expect([await joint.holds('a', records(1)), await joint.holds('a', expected)]).toEqual([true, false]);
    expect(await joint.replace('a', expected, records(2))).toBe(false);
    expect(await joint.read('a')).toEqual(records(1));
    expect(await joint.holds('b', expected)).toBe(false);
    expect(await joint.replace('b', expected, records(2))).toBe(false);
    expect(await joint.read('b')).toEqual({ anchor: undefined, envelope: undefined });
  });

  it('is not made while somebody claims what is stored; who has the turn writes, which ends the claim', async () => {
    await joint.claim('a');
    expect(await joint.replace('a', records(1), records(2))).toBe(false);
    expect(await anchors.replace('a', bytes(1), bytes(3))).toBe(true);
    expect(await joint.replace('a', { ...records(1), anchor: bytes(3) }, records(2))).toBe(false);
    expect(await joint.commit('a', { expected: bytes(3), ...records(4) })).toBe(true);
    expect(await joint.replace('a', records(4), records(5))).toBe(true);
  });

  it('of many that expect the same, one wins', async () => {
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, at) => joint.replace('a', records(1), records(at + 2))),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect((await joint.read('a')).anchor).toEqual(bytes(results.indexOf(true) + 2));
  });
});

it('claims nothing where nothing is stored', async () => {
  await joint.claim('a');
  expect(await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) })).toBe(true);
  expect(
    await joint.replace('a', { anchor: bytes(1), envelope: bytes(2) }, { anchor: bytes(3), envelope: bytes(4) }),
  ).toBe(true);
});

it('reads the key of the anchor in the same transaction; what is no key there is left out', async () => {
  await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await keys.write('k', key);
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { key: read, ...records } = await joint.read('a', 'k');
  expect(transaction).toHaveBeenCalledTimes(1);
  transaction.mockRestore();
  expect(records).toEqual({ anchor: bytes(1), envelope: bytes(2) });
  expect(read).toBeInstanceOf(CryptoKey);
  await put('keys', 'k', 'rubbish');
  expect((await joint.read('a', 'k')).key).toBeUndefined();
  expect((await joint.read('a', 'none')).key).toBeUndefined();
});

describe('what someone else put there', () => {
  beforeEach(() => joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) }));

  it.each(['rubbish', null, 7, { anchor: 'text' }, { envelope: [1, 2] }])('%j is damage', async (record) => {
    await put('vaults', 'a', record);
    await expect(joint.read('a')).rejects.toMatchObject({ code: 'CORRUPT' });
    await expect(anchors.replace('a', bytes(1), bytes(3))).rejects.toMatchObject({ code: 'CORRUPT' });
  });

  it('something else than a key is damage', async () => {
    await put('keys', 'k', bytes(1, 2, 3));
    await expect(keys.read('k')).rejects.toMatchObject({ code: 'CORRUPT' });
  });
});

it('keeps keys, and never in a form that script could read', async () => {
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  // The stand-in for IndexedDB copies by structured clone, which Node has no CryptoKey for.
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('could not be cloned', 'DataCloneError');
  });
  await expect(keys.write('k', key)).rejects.toMatchObject({ code: 'POLICY_NOT_MET' });
  vi.restoreAllMocks();
  expect(await keys.read('k')).toBeUndefined();
});

it('storage that fails is unavailable, never absent, and is tried again', async () => {
  vi.spyOn(globalThis.indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('no access', 'SecurityError');
  });
  await expect(joint.read('a')).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
  expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
});

it('asks for a durable transaction', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
  expect(transaction).toHaveBeenCalledWith(['vaults'], 'readwrite', { durability: 'strict' });
});

it('stands in the way of nobody who deletes the database, and finds nothing then', async () => {
  await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('idv1');
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
  expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
});

it('opens one connection, and another one when the browser closed it', async () => {
  const open = vi.spyOn(globalThis.indexedDB, 'open');
  await joint.read('a');
  await keys.read('k');
  expect(open).toHaveBeenCalledTimes(1);
  const database = (open.mock.results[0]!.value as IDBOpenDBRequest).result;
  database.close();
  expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
  expect(open).toHaveBeenCalledTimes(2);
});

/** A database of that name as something else left it. */
const leave = (version: number, stores: readonly string[]) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.open('idv1', version);
    request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });

describe.each([
  ['no store', 1, []],
  ['one of the stores', 1, ['keys']],
  ['a store of another program', 1, ['other']],
  ['no store, in a later version', 7, []],
  ['all stores, in a later version', 7, ['vaults', 'keys']],
] as const)('a database with %s', (_what, version, stores) => {
  it('is completed, and used', async () => {
    await leave(version, stores);
    expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
    expect(await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) })).toBe(true);
    expect(await keys.read('k')).toBeUndefined();
    expect(await joint.read('a')).toEqual({ anchor: bytes(1), envelope: bytes(2) });
  });
});

it('keeps what is stored when a store is missing', async () => {
  await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
  const factory = globalThis.indexedDB;
  await new Promise<void>((resolve) => {
    const request = factory.open('idv1', 2);
    request.onupgradeneeded = () => request.result.deleteObjectStore('keys');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  expect(await keys.read('k')).toBeUndefined();
  expect(await joint.read('a')).toEqual({ anchor: bytes(1), envelope: bytes(2) });
});

describe('a browser that lets a call hang', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const silence = () => ({}) as IDBOpenDBRequest;

  it('is asked a second time to open the database', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementationOnce(silence);
    const read = joint.read('a');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await read).toEqual({ anchor: undefined, envelope: undefined });
  });

  it('ends as unavailable when it never opens, and is asked anew by the next call', async () => {
    const open = vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(silence);
    const read = joint.read('a');
    const outcome = expect(read).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
    open.mockRestore();
    expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
  });

  it('closes a connection that comes too late: nobody has to wait for it', async () => {
    const late = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('other', 1);
      request.onsuccess = () => resolve(request.result);
    });
    const close = vi.spyOn(late, 'close');
    const request = { result: late } as unknown as IDBOpenDBRequest;
    vi.spyOn(globalThis.indexedDB, 'open').mockReturnValueOnce(request);
    const read = joint.read('a');
    await vi.advanceTimersByTimeAsync(5000);
    await read;
    request.onsuccess?.(new Event('success'));
    await vi.advanceTimersByTimeAsync(0);
    expect(close).toHaveBeenCalled();
  });

  it('ends a transaction that gets no answer, and writes nothing then', async () => {
    await joint.read('a');
    vi.spyOn(IDBObjectStore.prototype, 'get').mockReturnValueOnce({} as IDBRequest);
    const commit = joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
    const outcome = expect(commit).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
    expect(await joint.read('a')).toEqual({ anchor: undefined, envelope: undefined });
  });
});

describe('a transaction that fails', () => {
  it.each(['UnknownError', 'InvalidStateError', 'AbortError', 'NotFoundError'])('%s: once more, anew', async (name) => {
    await joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
    const open = vi.spyOn(globalThis.indexedDB, 'open');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('the connection to the database server was lost', name);
    });
    expect(await joint.read('a')).toEqual({ anchor: bytes(1), envelope: bytes(2) });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('a second time: it is unavailable', async () => {
    await joint.read('a');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('the connection to the database server was lost', 'UnknownError');
    });
    await expect(joint.read('a')).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
  });

  it('because the storage is full: it says so, and is not tried again', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const commit = joint.commit('a', { expected: undefined, anchor: bytes(1), envelope: bytes(2) });
    await expect(commit).rejects.toMatchObject({
      code: 'TEMPORARILY_UNAVAILABLE',
      message: expect.stringContaining('full') as string,
    });
    expect(put).toHaveBeenCalledTimes(1);
  });

  afterEach(() => void vi.restoreAllMocks());
});
