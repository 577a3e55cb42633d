import { concat, isEqual, type Bytes } from '../core/codec/bytes.ts';
import { PRF } from '../core/codec/format-ids.ts';
import { CoreError } from '../core/ports/core-error.ts';
import type {
  AnchorMac,
  CorePorts,
  DeviceFunction,
  DeviceKeys,
  JointStore,
  MacKey,
  Stored,
} from '../core/ports/ports.ts';
import { inTurnByName } from '../core/vault/in-turn.ts';
import { countingRandom, mix } from './plain-cryptography.ts';

const NOTHING: Stored = { anchor: undefined, envelope: undefined };

/** What a device keeps while processes come and go: vaults, and the keys of the device. */
export class TestStorage {
  readonly #vaults = new Map<string, Stored>();
  readonly #keys = new Map<string, Bytes>();
  /** Vaults that somebody who has the turn claimed. */
  readonly #claims = new Set<string>();
  readonly random = countingRandom();
  /** One operation at a time: also a process that was left behind may still be at one. */
  readonly #mutex = inTurnByName();

  get ports(): Pick<CorePorts, 'anchors' | 'blobs' | 'joint' | 'deviceFunction' | 'anchorMac' | 'mutex'> {
    return {
      mutex: this.#mutex,
      anchors: {
        read: (name) => Promise.resolve(this.#get(name).anchor),
        replace: (name, expected, anchor) =>
          this.#change(name, { anchor: expected }, (stored) => ({ ...stored, anchor })),
        remove: (name) => this.#update(name, (stored) => ({ ...stored, anchor: undefined })),
      },
      blobs: {
        read: (name) => Promise.resolve(this.#get(name).envelope),
        write: (name, envelope) => this.#update(name, (stored) => ({ ...stored, envelope })),
        remove: (name) => this.#update(name, (stored) => ({ ...stored, envelope: undefined })),
      },
      joint: this.#joint,
      deviceFunction: this.#deviceFunction,
      anchorMac: this.#anchorMac,
    };
  }

  get #joint(): JointStore {
    return {
      read: (name, anchorKey) => Promise.resolve({ ...this.#get(name), key: this.#macKey(anchorKey) }),
      holds: (name, { anchor, envelope }) => {
        const stored = this.#get(name);
        return Promise.resolve(isSame(stored.anchor, anchor) && isSame(stored.envelope, envelope));
      },
      commit: (name, { expected, ...next }) => {
        this.#claims.delete(name);
        return this.#change(name, { anchor: expected }, () => next);
      },
      replace: async (name, expected, next) => !this.#claims.has(name) && this.#change(name, expected, () => next),
      claim: (name) => Promise.resolve(void this.#claims.add(name)),
    };
  }

  /** The handle is the key itself. */
  #macKey(name: string | undefined): MacKey | undefined {
    return name === undefined ? undefined : (this.#keys.get(name) as MacKey | undefined);
  }

  get #deviceFunction(): DeviceFunction {
    return { ...this.#deviceKeys, prf: PRF.hmac, evaluate: (name, input) => this.#keyed(name, input) };
  }

  get #anchorMac(): AnchorMac {
    return { ...this.#deviceKeys, mac: (key, data) => this.#keyed(key, data) };
  }

  get #deviceKeys(): DeviceKeys {
    return {
      create: (name) => Promise.resolve(void this.#keys.set(name, this.random.bytes(32))),
      exists: (name) => Promise.resolve(this.#keys.has(name)),
      destroy: (name) => Promise.resolve(void this.#keys.delete(name)),
    };
  }

  #keyed(nameOrKey: string | MacKey, data: Bytes): Promise<Bytes> {
    const key = typeof nameOrKey === 'string' ? this.#keys.get(nameOrKey) : (nameOrKey as unknown as Bytes);
    return key
      ? Promise.resolve(mix(concat(key, data)))
      : Promise.reject(new CoreError('KEY_MISSING', 'a key of this device is gone'));
  }

  #get(name: string): Stored {
    return this.#vaults.get(name) ?? NOTHING;
  }

  /** @param expected without an envelope: whatever that is */
  async #change(
    name: string,
    expected: { readonly anchor: Bytes | undefined; readonly envelope?: Bytes },
    next: (stored: Stored) => Stored,
  ): Promise<boolean> {
    // As in a database, the change is made after the caller went on.
    await Promise.resolve();
    const { anchor, envelope } = this.#get(name);
    const isExpected = isSame(anchor, expected.anchor) && (!expected.envelope || isSame(envelope, expected.envelope));
    if (isExpected) await this.#update(name, next);
    return isExpected;
  }

  #update(name: string, next: (stored: Stored) => Stored): Promise<void> {
    const stored = next(this.#get(name));
    if (stored.anchor || stored.envelope) this.#vaults.set(name, stored);
    else this.#vaults.delete(name);
    return Promise.resolve();
  }
}

function isSame(a: Bytes | undefined, b: Bytes | undefined): boolean {
  return a && b ? isEqual(a, b) : a === b;
}
