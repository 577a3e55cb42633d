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
  const peers = Object.entries(storages);
  for (const [, storage] of peers) await storage.set('session', SESSION);
  return {
    'read the session, unlocked': {
      bare: bare.read,
      ours: () => vault.identity.getSession(),
      ...Object.fromEntries(peers.map(([name, storage]) => [name, () => storage.get('session')])),
    },
    'write a value, unlocked': {
      bare: bare.write,
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
  const database = await open();
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

function open() {
  const request = indexedDB.open('bare', 1);
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
