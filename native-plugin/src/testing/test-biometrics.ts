import { concat, type Bytes } from '../vault-core/codec/bytes.ts';
import { KEM } from '../vault-core/codec/format-ids.ts';
import { CoreError, type CoreErrorCode } from '../vault-core/core-error.ts';
import type { Random, SlotKem } from '../vault-core/ports.ts';
import type { Biometrics } from '../vaults/vault-platform.ts';
import { mix } from './plain-cryptography.ts';
import type { BiometricOutcome } from './test-vault.ts';

const FAILURES: Readonly<Record<Exclude<BiometricOutcome, 'ok'>, CoreErrorCode>> = {
  canceled: 'USER_CANCELED',
  lockedOut: 'LOCKED_OUT',
};

/** Biometrics with a scripted person before them. */
export class TestBiometrics {
  /** Whether the device has hardware for them; `enrolled`: and someone is enrolled. */
  state: 'none' | 'supported' | 'enrolled' = 'none';
  outcome: BiometricOutcome = 'ok';
  promptCount = 0;
  readonly #keys = new Map<string, { readonly secret: Bytes; isInvalidated: boolean }>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Someone was enrolled: the system destroys the keys made before. */
  enrol(): void {
    this.state = 'enrolled';
    for (const key of this.#keys.values()) key.isInvalidated = true;
  }

  get biometrics(): Biometrics {
    return {
      isSupported: () => Promise.resolve(this.state !== 'none'),
      isAvailable: () => Promise.resolve(this.state === 'enrolled'),
    };
  }

  get kem(): SlotKem {
    return {
      kem: KEM.rsaOaepSha256,
      create: (name) => {
        this.#keys.set(name, { secret: this.#random.bytes(32), isInvalidated: false });
        return this.#encapsulate(name);
      },
      encapsulate: (name) => this.#encapsulate(name),
      decapsulate: ({ name, enc }) => this.#decapsulate(name, enc),
      destroy: (name) => Promise.resolve(void this.#keys.delete(name)),
    };
  }

  #encapsulate(name: string): ReturnType<SlotKem['create']> {
    const key = this.#keys.get(name);
    if (!key) return Promise.reject(new CoreError('KEY_MISSING', 'no such key'));
    const nonce = this.#random.bytes(256);
    return Promise.resolve({ secret: mix(concat(key.secret, nonce)), enc: nonce, salt: new Uint8Array(0) });
  }

  async #decapsulate(name: string, enc: Bytes): Promise<Bytes> {
    const key = this.#keys.get(name);
    if (!key) throw new CoreError('KEY_MISSING', 'no such key');
    if (key.isInvalidated) throw new CoreError('KEY_INVALIDATED', 'someone was enrolled since');
    this.promptCount += 1;
    if (this.outcome !== 'ok') throw new CoreError(FAILURES[this.outcome], 'scripted');
    return Promise.resolve(mix(concat(key.secret, enc)));
  }
}
