import { ascii, concat, hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { encodeSlotHead } from '../../src/core/codec/encode-envelope.ts';
import type { SlotHead } from '../../src/core/codec/envelope.ts';
import { KEM, KIND, MODE, PRF } from '../../src/core/codec/format-ids.ts';
import { sealEnvelope, wrapSlot } from '../../src/core/slots/seal-envelope.ts';
import { deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import type { EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { unhex } from './envelope-edit.ts';
import { seededRandom } from './seeded-random.ts';

const aead = webCryptoAead();
const VALUES = new Map([['session', ascii('"attacker"')]]);

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

const POLICY = {
  mode: MODE.BiometricOnly,
  enrolment: 0,
  maxAttempts: 5,
  wipeAtMax: true,
  passcodeSetupNeeded: false,
  generation: 1,
} as const;

async function forge(base: EnvelopeBase, { id, why, guess, seed }: Forgery): Promise<EnvelopeCase> {
  const random = seededRandom(seed);
  const vaultId = random.bytes(16);
  const slotId = random.bytes(8);
  const secret = random.bytes(32);
  const dek = random.bytes(32);
  const prfKey = random.bytes(32);
  const binding = { vaultId, scope: unhex(base.scope) };
  const head = forgedHead(slotId, random.bytes(256));
  const kek = await aead.deriveKek({
    secret: concat(secret, guess(secret)),
    salt: concat(vaultId, slotId),
    info: concat(ascii('idv1/kek'), encodeSlotHead(head)),
  });
  const slot = await wrapSlot({ aead, random }, { binding, head, kek }, dek);
  const draft = { ...binding, ...POLICY, slots: [slot] };
  const { bytes: envelope } = await sealEnvelope({ aead, random }, { draft, dek: await aead.importDek(dek) }, VALUES);
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

function forgedHead(slotId: Bytes, enc: Bytes): SlotHead {
  const salt = new Uint8Array(0);
  return { kind: KIND.biometric, kem: KEM.rsaOaepSha256, prf: PRF.hmac, slotId, kdf: 0, iterations: 0, salt, enc };
}
