// @ts-check
// Runs in the browser: what the vault does, and the least that any storage of this kind would have to do.
import { AuthMode, IonicIdentityVaultUser } from '../../native-plugin/src/index.ts';
import { storages } from 'peers';

const PASSCODE = 'correct horse';
const SESSION = { username: 'ada', token: 'x'.repeat(1000) };
const ROUNDS_OF_PBKDF2 = 600_000;
const utf8 = new TextEncoder();

/** @returns {Promise<Record<string, Record<string, () => Promise<unknown>>>>} what is measured, by task and by who does it */
globalThis.tasks = async () => {
  const vault = await ours();
  const bare = await bareWebCrypto();
  const format = await formatSteps();
  const peers = Object.entries(storages);
  for (const [, storage] of peers) await storage.set('session', SESSION);
  return {
    'read the session, unlocked': {
      bare: bare.read,
      format: format.read,
      ours: () => vault.identity.getSession(),
      ...Object.fromEntries(peers.map(([name, storage]) => [name, () => storage.get('session')])),
    },
    'write a value, unlocked': {
      bare: bare.write,
      format: format.write,
      ours: () => vault.handle.storeValue('value', SESSION),
      ...Object.fromEntries(peers.map(([name, storage]) => [name, () => storage.set('value', SESSION)])),
    },
    'unlock with the passcode': {
      bare: bare.unlock,
      ours: async () => {
        await vault.handle.lock();
        await vault.handle.unlock(true, PASSCODE);
      },
    },
  };
};

async function ours() {
  class Identity extends IonicIdentityVaultUser {
    /** @override */
    onPasscodeRequest() {
      return Promise.resolve(PASSCODE);
    }
  }
  const identity = new Identity({ ready: () => Promise.resolve() }, { authMode: AuthMode.PasscodeOnly });
  await identity.login(SESSION);
  return { identity, handle: await identity.getVault() };
}

/** One AES-GCM operation and one durable transaction a call; PBKDF2, HKDF and one AES-GCM operation an unlock. */
async function bareWebCrypto() {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const derive = async () => {
    const passcode = await crypto.subtle.importKey('raw', utf8.encode(PASSCODE), 'PBKDF2', false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS_OF_PBKDF2 };
    const bits = await crypto.subtle.deriveBits(parameters, passcode, 256);
    const material = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode('bench') };
    return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  };
  const key = await derive();
  const database = await open('bare');
  const write = async () => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = utf8.encode(JSON.stringify(SESSION));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
    const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
    transaction.objectStore('values').put({ iv, sealed }, 'session');
    await new Promise((resolve, reject) => Object.assign(transaction, { oncomplete: resolve, onabort: reject }));
  };
  /** @param {CryptoKey} by */
  const read = async (by = key) => {
    const { iv, sealed } = await result(database.transaction('values').objectStore('values').get('session'));
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, by, sealed)));
  };
  await write();
  return { read: () => read(), write, unlock: async () => read(await derive()) };
}

/**
 * What FORMAT.md §9.1 and §10.1 ask of a read and a write beyond {@link bareWebCrypto}: both records compared in the
 * transaction; all values opened and sealed anew; a digest, and an anchor with a tag over it.
 */
async function formatSteps() {
  const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const hmac = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const database = await open('format');
  const seal = async (/** @type {Record<string, unknown>} */ values) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, utf8.encode(JSON.stringify(values)));
    const envelope = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
    const digest = await crypto.subtle.digest('SHA-256', envelope);
    return { envelope, anchor: new Uint8Array([...new Uint8Array(digest), ...(await tag(digest))]) };
  };
  const tag = async (/** @type {BufferSource} */ data) => new Uint8Array(await crypto.subtle.sign('HMAC', hmac, data));
  const values = async () => {
    const [iv, sealed] = [kept.envelope.subarray(0, 12), kept.envelope.subarray(12)];
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, sealed)));
  };
  /** @param {IDBObjectStore} store */
  const assertKept = async (store) => {
    const { anchor, envelope } = await result(store.get('vault'));
    if (indexedDB.cmp(anchor, kept.anchor) || indexedDB.cmp(envelope, kept.envelope)) throw new Error('not as kept');
  };
  let kept = await seal({ session: SESSION, value: SESSION });
  const put = async (/** @type {typeof kept} */ next, /** @type {boolean} */ isFirst) => {
    const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
    const complete = new Promise((resolve, reject) =>
      Object.assign(transaction, { oncomplete: resolve, onabort: reject }),
    );
    const store = transaction.objectStore('values');
    const compared = isFirst ? undefined : assertKept(store);
    store.put(next, 'vault');
    await Promise.all([compared, complete]);
    kept = next;
  };
  await put(kept, true);
  return {
    read: async () => {
      const store = database.transaction('values').objectStore('values');
      const [{ session }] = await Promise.all([values(), assertKept(store)]);
      return session;
    },
    write: async () => put(await seal({ ...(await values()), value: SESSION }), false),
  };
}

/** @param {string} name */
function open(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('values');
  return result(request);
}

/** @param {IDBRequest} request */
function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
