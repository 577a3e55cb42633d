/* eslint-disable max-lines-per-function -- a table of cases: its length is data, not logic */
import { hex } from '../../src/vault-core/codec/bytes.ts';
import { KEM, KIND, MODE, PRF } from '../../src/vault-core/codec/format-ids.ts';
import type { Slot } from '../../src/vault-core/codec/envelope.ts';
import { sealEnvelope, wrapSlot } from '../../src/vault-core/crypto/seal-envelope.ts';
import { deviceKeyNames } from '../../src/vault-core/crypto/storage-names.ts';
import { concat } from '../../src/vault-core/codec/bytes.ts';
import { encodeSlotHead } from '../../src/vault-core/codec/encode-envelope.ts';
import { webCryptoAead } from '../../src/vault-core/web-crypto/web-crypto-aead.ts';
import type { EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { unhex } from './envelope-edit.ts';
import { seededRandom } from './seeded-random.ts';

/** Whole vaults by someone who can write storage and has public keys, but can't use the keys of the device. */
export async function forgedCases(base: EnvelopeBase): Promise<readonly EnvelopeCase[]> {
  const guesses = [
    ['forged-zero', 'F guessed as zeros', (): Uint8Array => new Uint8Array(32)],
    ['forged-s', 'F guessed as S itself', (secret: Uint8Array) => secret],
    ['forged-none', 'F left out', () => new Uint8Array(0)],
  ] as const;
  return Promise.all(guesses.map(([id, why, guess], index) => forge(base, { id, why, guess, seed: 200 + index })));
}

interface Forgery {
  readonly id: string;
  readonly why: string;
  readonly guess: (secret: Uint8Array) => Uint8Array;
  readonly seed: number;
}

async function forge(base: EnvelopeBase, { id, why, guess, seed }: Forgery): Promise<EnvelopeCase> {
  const random = seededRandom(seed);
  const aead = webCryptoAead();
  const [vaultId, slotId, secret, dek, prfKey] = [16, 8, 32, 32, 32].map((length) => random.bytes(length)) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  const binding = { vaultId, scope: unhex(base.scope) };
  const none = new Uint8Array(0);
  const head = {
    kind: KIND.biometric,
    kem: KEM.rsaOaepSha256,
    prf: PRF.hmac,
    slotId,
    kdf: 0,
    iterations: 0,
    salt: none,
    enc: random.bytes(256),
  } as const;
  const kek = await aead.deriveKek({
    secret: concat(secret, guess(secret)),
    salt: concat(vaultId, slotId),
    info: concat(new TextEncoder().encode('idv1/kek'), encodeSlotHead(head)),
  });
  const slot: Slot = await wrapSlot({ aead, random }, { binding, head, kek }, dek);
  const policy = {
    mode: MODE.BiometricOnly,
    enrolment: 0,
    maxAttempts: 5,
    wipeAtMax: true,
    passcodeSetupNeeded: false,
  } as const;
  const draft = { ...binding, ...policy, generation: 1, slots: [slot] };
  const values = new Map([['session', new TextEncoder().encode('"attacker"')]]);
  const envelope = await sealEnvelope({ aead, random }, { draft, dek: await aead.importDek(dek) }, values);
  return {
    id,
    why: `a vault forged for a public key, properly sealed; ${why}`,
    level: 'open',
    hex: hex(envelope),
    kind: KIND.biometric,
    scope: base.scope,
    keys: { [deviceKeyNames(vaultId, slotId).prf]: hex(prfKey) },
    secrets: { [hex(slotId)]: hex(secret) },
    expect: { error: 'AUTHENTICATION_FAILED' },
  };
}
