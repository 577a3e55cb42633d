import { concat, type Bytes } from '../core/codec/bytes.ts';
import { KEM } from '../core/codec/format-ids.ts';
import { CoreError } from '../core/ports/core-error.ts';
import type { Random, SlotKem } from '../core/ports/ports.ts';
import { mix } from './plain-cryptography.ts';

interface TestKey {
  readonly secret: Bytes;
  readonly survivesEnrolment: boolean;
  isInvalidated: boolean;
}

/** Keys that the system uses only after it asked the person. */
export class TestKeys {
  readonly #keys = new Map<string, TestKey>();
  readonly #random: Random;
  readonly #prompt: () => void;

  /** @param prompt throws a `CoreError` where the person fails */
  constructor(random: Random, prompt: () => void) {
    this.#random = random;
    this.#prompt = prompt;
  }

  /** Someone is enrolled: the keys made so far work no more, but for those that were made to. */
  invalidate(): void {
    for (const key of this.#keys.values()) key.isInvalidated ||= !key.survivesEnrolment;
  }

  get kem(): SlotKem {
    return {
      kem: KEM.rsaOaepSha256,
      create: (name, { survivesEnrolment }) => {
        this.#keys.set(name, { secret: this.#random.bytes(32), survivesEnrolment, isInvalidated: false });
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
    this.#prompt();
    return Promise.resolve(mix(concat(key.secret, enc)));
  }
}
