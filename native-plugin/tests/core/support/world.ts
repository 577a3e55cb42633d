import {
  fixedAnchorMac,
  fixedDeviceFunction,
  fixedKem,
  keyIn,
  type KeyRing,
} from '../../../scripts/vectors/fixed-devices.ts';
import { emptyDisk, fixedStores, type Disk } from '../../../scripts/vectors/fixed-stores.ts';
import { seededRandom } from '../../../scripts/vectors/seeded-random.ts';
import { hex } from '../../../src/core/codec/bytes.ts';
import type { Bytes } from '../../../src/core/codec/bytes.ts';
import { ENROLMENT, KEM, KIND, MODE, PRF, type Mode } from '../../../src/core/codec/format-ids.ts';
import { parseAnchor } from '../../../src/core/codec/parse-anchor.ts';
import { parseEnvelope } from '../../../src/core/codec/parse-envelope.ts';
import { coreErrorCode } from '../../../src/core/ports/core-error.ts';
import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import type { Authenticator, CorePorts, Mutex, SlotKems } from '../../../src/core/ports/ports.ts';
import type { SlotRequest } from '../../../src/core/slots/make-slot.ts';
import { normalisePasscode } from '../../../src/core/slots/passcode.ts';
import type { Changes } from '../../../src/core/store/vault-store.ts';
import type { NewVault, VaultPolicy } from '../../../src/core/store/write-vault.ts';
import { CoreVault } from '../../../src/core/vault/core-vault.ts';
import { inTurnByName } from '../../../src/core/vault/in-turn.ts';
import { hmac, nodeAead } from './node-aead.ts';
import { utf8 } from './outcome.ts';

export const SCOPE = new Uint8Array(32).fill(5);
export const NAME = hex(SCOPE);

export class Crash extends Error {}

/** A device: what outlives a process, and what it was asked. */
export interface World {
  readonly disk: Disk;
  readonly ring: KeyRing;
  readonly kems: SlotKems;
  now: number;
  /** Passcodes that were tested with the device's key. */
  guesses: number;
  readonly seed: { next: number };
  /** Keeps the processes of this device apart. */
  readonly mutex: Mutex;
}

export function makeWorld(seed = 1): World {
  const random = seededRandom(seed);
  return {
    disk: emptyDisk(),
    ring: new Map(),
    kems: { biometric: fixedKem(KEM.rsaOaepSha256, random), deviceCredential: fixedKem(KEM.eciesP256, random) },
    now: 1_000_000,
    guesses: 0,
    seed: { next: seed * 1000 },
    mutex: inTurnByName(),
  };
}

/** A device that has nothing to keep processes apart with, such as a browser without Web Locks. */
export function withoutMutex(ports: CorePorts): CorePorts {
  const alone: CorePorts & { mutex?: Mutex } = { ...ports };
  delete alone.mutex;
  return alone;
}

export interface Process {
  readonly core: CoreVault;
  readonly ports: CorePorts;
  readonly events: string[];
}

interface ProcessOptions {
  /** Of its steps that leave something behind, counted from 0, twice for each: before and after. */
  readonly crashAt?: number;
  /** The same, to be set while the process runs: how many such steps it has left. */
  readonly countdown?: { left: number };
  readonly passcodes?: readonly (string | undefined)[];
  /** In place of what the host would do. */
  readonly host?: Partial<CoreHost>;
  readonly lockAfter?: number | null;
  readonly joint?: boolean;
  readonly adjust?: (ports: CorePorts) => CorePorts;
}

/** A process on this device. After its crash it can do nothing any more, not even read. */
export function startProcess(world: World, options: ProcessOptions = {}): Process {
  const life = { isDead: false, step: 0 };
  const assertAlive = () => {
    if (life.isDead) throw new Crash('dead');
  };
  const interrupt = () => {
    assertAlive();
    life.isDead = life.step === options.crashAt || options.countdown?.left === 0;
    life.step += 1;
    if (options.countdown) options.countdown.left -= 1;
    assertAlive();
  };
  world.seed.next += 1;
  const random = seededRandom(world.seed.next);
  const stores = fixedStores(world.disk, interrupt);
  const f = fixedDeviceFunction(world.ring, random);
  // As their doubles do it, without the browser's round trips.
  const withKey = (name: string, data: Bytes) => Promise.resolve().then(() => hmac(keyIn(world.ring, name), data));
  const base: CorePorts = {
    random,
    aead: nodeAead,
    kdf: { derive: (passcode, salt) => Promise.resolve(hmac(salt, passcode)) },
    deviceFunction: {
      ...f,
      create: step((name: string) => f.create(name)),
      destroy: step((name: string) => f.destroy(name)),
      exists: read((name: string) => f.exists(name)),
      evaluate: (name, input, prf) => {
        assertAlive();
        world.guesses += 1;
        return prf === PRF.ecdh ? f.evaluate(name, input, prf) : withKey(name, input);
      },
    },
    anchorMac: withSteps(),
    kems: world.kems,
    blobs: { ...stores.blobs, read: read((name: string) => stores.blobs.read(name)) },
    anchors: { ...stores.anchors, read: read((name: string) => stores.anchors.read(name)) },
    ...(options.joint && { joint: stores.joint }),
    mutex: world.mutex,
    clock: { now: () => world.now },
  };
  const ports = options.adjust?.(base) ?? base;
  const events: string[] = [];
  const passcodes = [...(options.passcodes ?? [])];
  const host = {
    authenticator: scriptedAuthenticator(passcodes),
    onUnlocked: () => void events.push('unlocked'),
    onLocked: ({ saved, timeout }: { saved: boolean; timeout: boolean }) =>
      void events.push(`locked saved=${String(saved)} timeout=${String(timeout)}`),
    onErased: () => void events.push('erased'),
    wakeIn: () => undefined,
    cover: () => void events.push('cover'),
    uncover: () => void events.push('uncover'),
    uncoverWhenAcknowledged: () => void events.push('uncoverWhenAcknowledged'),
    ...options.host,
  };
  const lockAfter = options.lockAfter === undefined ? 5000 : options.lockAfter;
  return { core: new CoreVault(ports, host, { scope: SCOPE, lockAfter, hideScreen: false }), ports, events };

  function step<Input>(task: (input: Input) => Promise<void>): (input: Input) => Promise<void> {
    return async (input) => {
      interrupt();
      await task(input);
      interrupt();
    };
  }
  function read<Input, Output>(task: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
    return (input) => {
      assertAlive();
      return task(input);
    };
  }
  function withSteps() {
    const mac = fixedAnchorMac(world.ring, random);
    return {
      ...mac,
      mac: withKey,
      create: step((name: string) => mac.create(name)),
      destroy: step((name: string) => mac.destroy(name)),
    };
  }
}

/** Enters the next passcode, once: what it is refused with ends the prompt. */
function scriptedAuthenticator(passcodes: (string | undefined)[]): Authenticator {
  return {
    async enterPasscode(submit) {
      const passcode = passcodes.shift();
      if (passcode === undefined || passcode === '') return false;
      const complaint = await submit(passcode);
      if (complaint) throw complaint;
      return true;
    },
  };
}

export const POLICY: VaultPolicy = {
  mode: MODE.PasscodeOnly,
  enrolment: ENROLMENT.requireOther,
  maxAttempts: 5,
  wipeAtMax: true,
  passcodeSetupNeeded: false,
};

export function passcodeSlot(passcode: string): SlotRequest {
  return { kind: KIND.appPasscode, passcode: normalisePasscode(passcode), iterations: 100_000 };
}

export function newVault(
  passcode: string,
  values: Readonly<Record<string, string>> = {},
  policy: Partial<VaultPolicy> = {},
): NewVault {
  return { policy: { ...POLICY, ...policy }, slots: [passcodeSlot(passcode)], values: valuesOf(values) };
}

export function bothSlots(
  passcode: string,
  values: Readonly<Record<string, string>>,
  mode: Mode = MODE.BiometricAndPasscode,
): NewVault {
  return {
    policy: { ...POLICY, mode },
    slots: [{ kind: KIND.biometric }, passcodeSlot(passcode)],
    values: valuesOf(values),
  };
}

export function valuesOf(values: Readonly<Record<string, string>>): ReadonlyMap<string, Bytes> {
  return new Map(Object.entries(values).map(([key, value]) => [key, utf8(value)]));
}

/** What a refresh learns of its write: that it was made, or that another one came between. */
export async function writeWithLease(core: CoreVault, lease: string, changes: Changes): Promise<'ok' | 'conflict'> {
  try {
    await core.write(changes, { lease });
    return 'ok';
  } catch (error) {
    if (coreErrorCode(error) === 'CONFLICT') return 'conflict';
    throw error;
  }
}

export async function readValues(core: CoreVault): Promise<Record<string, string>> {
  return Object.fromEntries(Array.from(await core.values(), ([key, value]) => [key, new TextDecoder().decode(value)]));
}

export function storedAnchor(world: World) {
  const bytes = world.disk.anchors.get(NAME);
  return bytes && parseAnchor(bytes).anchor;
}

export function storedEnvelope(world: World) {
  const bytes = world.disk.blobs.get(NAME);
  return bytes && parseEnvelope(bytes);
}
