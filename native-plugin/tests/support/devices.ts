import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { chooseService } from '../../src/vaults/current-service.ts';
import { plainAead, plainKdf } from '../../src/testing/plain-cryptography.ts';
import { ScriptedPrompt } from '../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../src/testing/test-device.ts';
import { TestStorage } from '../../src/testing/test-storage.ts';
import { bridgeTo } from './native-side/bridge-over.ts';
import type { Bytes } from '../../src/core/codec/bytes.ts';
import type { CorePorts, Kdf, Stored } from '../../src/core/ports/ports.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import { webCryptoAnchorMac, webCryptoDeviceFunction } from '../../src/web/crypto/web-crypto-hmac.ts';
import { webCryptoRandom } from '../../src/web/crypto/web-crypto-random.ts';
import { idv1Database } from '../../src/web/idv1-database.ts';

/** One round instead of 600,000: the same shape, fast. */
export const fastKdf: Kdf = {
  async derive(passcode, salt) {
    const key = await crypto.subtle.importKey('raw', passcode, 'HKDF', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: passcode }, key, 256);
    return new Uint8Array(bits);
  },
};

type Parts = Omit<CorePorts, 'clock' | 'kems'> & {
  /** Apps reach the vaults over the bridge, in the process of a simulated native side. */
  readonly isBridged?: boolean;
};

/** Both kinds of device the API is run on: everything in memory, and the web's cryptography and storage. */
export const DEVICES: readonly { name: string; parts: () => Parts }[] = [
  {
    name: 'in memory',
    parts: () => {
      const storage = new TestStorage();
      return { random: storage.random, aead: plainAead, kdf: plainKdf, ...storage.ports };
    },
  },
  {
    name: 'in memory, behind the bridge',
    parts: () => {
      const storage = new TestStorage();
      return { random: storage.random, aead: plainAead, kdf: plainKdf, ...storage.ports, isBridged: true };
    },
  },
  {
    name: 'WebCrypto and IndexedDB',
    parts: () => {
      globalThis.indexedDB = new IDBFactory();
      const { keys, ...stores } = idv1Database();
      return {
        random: webCryptoRandom,
        aead: webCryptoAead(),
        kdf: fastKdf,
        deviceFunction: webCryptoDeviceFunction(keys),
        anchorMac: webCryptoAnchorMac(keys),
        ...stores,
        mutex: new TestStorage().ports.mutex!,
      };
    },
  },
];

export interface Device {
  readonly prompt: ScriptedPrompt;
  readonly device: TestDevice;
  restart(): void;
  /** What is stored, as someone with access to the storage sees it. */
  stored(): Promise<StoredVault[]>;
  /** Replaces what is stored, as that someone could; `undefined` removes. */
  tamper(change: (stored: StoredVault) => Stored): Promise<void>;
  /** Destroys keys of this device, by the end of their names. */
  destroyKeys(ending: string): Promise<void>;
}

export interface StoredVault {
  readonly anchor: Bytes;
  readonly envelope: Bytes;
}

/** Makes vaults live on a fresh device from now on. */
export function useDevice(parts: Parts, passcode = 'correct horse'): Device {
  const prompt = new ScriptedPrompt(passcode);
  const names = new Set<string>();
  const keys = new Set<string>();
  const { joint, deviceFunction, anchors, blobs } = parts;
  if (!joint) throw new TypeError('The devices of these tests write jointly.');
  const device: TestDevice = new TestDevice(prompt);
  const ports: CorePorts = {
    ...parts,
    kems: { biometric: device.biometrics.kem },
    clock: device.clock,
    joint: { ...joint, commit: (name, commit) => joint.commit(note(names, name), commit) },
    deviceFunction: { ...deviceFunction, create: (name) => deviceFunction.create(note(keys, name)) },
  };
  device.parts = { ports };
  device.boot(prompt);
  chooseService(() => (parts.isBridged ? bridgeTo(device.service).service : device.service));

  const stored = async (): Promise<(StoredVault & { name: string })[]> => {
    const all = await Promise.all([...names].map(async (name) => ({ name, ...(await joint.read(name)) })));
    return all.flatMap(({ name, anchor, envelope }) => (anchor && envelope ? [{ name, anchor, envelope }] : []));
  };
  return {
    prompt,
    device,
    restart() {
      device.boot(prompt);
    },
    stored,
    async tamper(change) {
      for (const { name, ...vault } of await stored()) {
        const { anchor, envelope } = change(vault);
        await (anchor ? anchors.replace(name, vault.anchor, anchor) : anchors.remove(name));
        await (envelope ? blobs.write(name, envelope) : blobs.remove(name));
      }
    },
    async destroyKeys(ending) {
      for (const name of keys) if (name.endsWith(ending)) await deviceFunction.destroy(name);
    },
  };
}

function note(names: Set<string>, name: string): string {
  names.add(name);
  return name;
}
