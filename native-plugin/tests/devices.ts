import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { Ports, VaultStore } from '../src/core/ports.ts';
import type { Bytes } from '../src/core/record.ts';
import { choosePlatform } from '../src/platform.ts';
import { ScriptedPrompt } from '../src/testing/scripted-prompt.ts';
import { TestDevice } from '../src/testing/test-device.ts';
import { indexedDbStore } from '../src/web/indexed-db-store.ts';
import type { Kdf } from '../src/web/pbkdf2.ts';
import { webCryptoSealing } from '../src/web/web-crypto-sealing.ts';

/** One round instead of 600,000: the same shape, fast. */
export const fastKdf: Kdf = async (passcode, salt) => {
  const key = await crypto.subtle.importKey('raw', passcode, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: passcode }, key, 256);
  return new Uint8Array(bits);
};

/** Both kinds of device the model is run on: everything in memory, and the web's cryptography and storage. */
export const DEVICES: readonly { name: string; parts: () => Partial<Ports> }[] = [
  { name: 'in memory', parts: () => ({}) },
  {
    name: 'WebCrypto and IndexedDB',
    parts: () => {
      globalThis.indexedDB = new IDBFactory();
      return { store: indexedDbStore(), sealing: webCryptoSealing(fastKdf) };
    },
  },
];

export interface Device {
  readonly prompt: ScriptedPrompt;
  readonly device: TestDevice;
  restart(): void;
  /** Reads and replaces what is stored, as someone with access to the storage would. */
  tamper(change: (record: StoredRecord) => unknown): Promise<void>;
  stored(): Promise<StoredRecord[]>;
}

export interface StoredRecord {
  scope: Bytes;
  mode: number;
  generation: number;
  slot: { iterations: number; sealed: { ciphertext: Bytes }; deviceKey: unknown };
  payload: { nonce: Bytes; ciphertext: Bytes };
  digest: Bytes;
  attempts: { failed: number; at: number };
}

/** Makes vaults live on a fresh device from now on. */
export function useDevice(parts: Partial<Ports>, passcode = 'correct horse'): Device {
  const prompt = new ScriptedPrompt(passcode);
  const names = new Set<string>();
  const store: VaultStore = parts.store ?? memoryStore();
  const watched: VaultStore = {
    load: (name) => store.load(name),
    update: (name, change) => {
      names.add(name);
      return store.update(name, change);
    },
  };
  const device = new TestDevice(prompt, { ...parts, store: watched });
  choosePlatform(() => Promise.resolve(device.registry));

  return {
    prompt,
    device,
    restart() {
      device.boot(prompt);
    },
    async tamper(change) {
      for (const name of names) {
        await store.update(name, (record) => {
          const copy = structuredCloneKeepingKey(record as StoredRecord);
          return change(copy) ?? copy;
        });
      }
    },
    async stored() {
      const records = await Promise.all(Array.from(names, (name) => store.load(name)));
      return records.filter((record) => record !== undefined) as StoredRecord[];
    },
  };
}

function structuredCloneKeepingKey(record: StoredRecord): StoredRecord {
  const { deviceKey, ...slot } = record.slot;
  return { ...structuredClone({ ...record, slot }), slot: { ...structuredClone(slot), deviceKey } };
}

function memoryStore(): VaultStore {
  const stored = new Map<string, unknown>();
  return {
    load: (name) => Promise.resolve(stored.get(name)),
    update: async (name, change) => {
      await Promise.resolve();
      const next = change(stored.get(name));
      if (next === undefined) stored.delete(name);
      else stored.set(name, next);
    },
  };
}
