/* eslint-disable max-lines, max-lines-per-function -- a table of cases: its length is data, not logic */
import { KDF, KEM, KIND } from '../../src/core/codec/format-ids.ts';
import type { EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { put, put16, put32, tooLarge, type Edit } from './envelope-edit.ts';
import { HEADER, slotOffsets } from './slot-offsets.ts';

type Row = readonly [id: string, why: string, error: 'CORRUPT' | 'UNSUPPORTED_FORMAT', ...edits: readonly Edit[]];

/** What a parser must refuse, one rule each. */
export function structureCases(bases: ReadonlyMap<string, EnvelopeBase>): readonly EnvelopeCase[] {
  const of = (name: string, rows: (base: EnvelopeBase) => readonly Row[]) => {
    const base = bases.get(name);
    if (!base) throw new Error(`no base ${name}`);
    return rows(base).map(([id, why, error, ...edits]) => ({
      id,
      why,
      level: 'parse',
      base: name,
      edits,
      expect: { error },
    }));
  };
  return [
    ...of('passcode', headerRows),
    ...of('passcode', passcodeRows),
    ...of('passcode', lengthRows),
    ...of('both', twoSlotRows),
    ...of('device', deviceRows),
    ...of('webauthn', webAuthnRows),
    ...of('keystore', keystoreRows),
    ...of('three', eciesRows),
  ];
}

const headerRows = (): readonly Row[] => [
  ['fmt-2', 'a future version', 'UNSUPPORTED_FORMAT', put(HEADER.fmt, '02')],
  ['fmt-255', 'a far future version', 'UNSUPPORTED_FORMAT', put(HEADER.fmt, 'ff')],
  ['suite-2', 'a future suite', 'UNSUPPORTED_FORMAT', put(HEADER.suite, '02')],
  ['magic-lower', 'the magic is not case-insensitive', 'CORRUPT', put(0, '69647631')],
  ['magic-anchor', 'an anchor is no envelope', 'CORRUPT', put(0, '49445641')],
  ['mode-3', 'InMemoryOnly is never stored', 'CORRUPT', put(HEADER.mode, '03')],
  ['mode-8', 'unknown mode', 'UNSUPPORTED_FORMAT', put(HEADER.mode, '08')],
  ['mode-255', 'unknown mode', 'UNSUPPORTED_FORMAT', put(HEADER.mode, 'ff')],
  ['mode-5-passcode', 'SecureStorage has no appPasscode slot', 'CORRUPT', put(HEADER.mode, '05')],
  ['enrolment-3', 'unknown policy', 'UNSUPPORTED_FORMAT', put(HEADER.enrolment, '03')],
  ['max-attempts-0', 'no attempt would be allowed', 'CORRUPT', put(HEADER.maxAttempts, '00')],
  ['generation-0', 'generations begin at 1', 'CORRUPT', put32(HEADER.generation, 0)],
  ['flag-4', 'the first unknown flag', 'UNSUPPORTED_FORMAT', put16(HEADER.flags, 0x0017)],
  ['flag-15', 'the last unknown flag', 'UNSUPPORTED_FORMAT', put16(HEADER.flags, 0x8007)],
  ['flag-session-only', 'a session without values', 'CORRUPT', put16(HEADER.flags, 0x0006)],
  [
    'flag-setup-mode',
    'passcodeSetupNeeded in a mode whose only way is the passcode',
    'CORRUPT',
    put16(HEADER.flags, 0x000f),
  ],
  ['slots-0', 'no way to unlock', 'CORRUPT', put(HEADER.slotCount, '00')],
  [
    'slots-5',
    'more slots than there are kinds: a later version may have more',
    'UNSUPPORTED_FORMAT',
    put(HEADER.slotCount, '05'),
  ],
  ['slots-255', 'a count that must not be allocated', 'UNSUPPORTED_FORMAT', put(HEADER.slotCount, 'ff')],
];

function passcodeRows(base: EnvelopeBase): readonly Row[] {
  const [slot] = slotOffsets(base) as [ReturnType<typeof slotOffsets>[number]];
  return [
    [
      'slots-2-of-1',
      'what follows is no second slot: its kind is a random byte',
      unknownOrCorrupt(base, slot.end),
      put(HEADER.slotCount, '02'),
    ],
    ['kind-0', 'unknown kind', 'UNSUPPORTED_FORMAT', put(slot.kind, '00')],
    ['kind-5', 'unknown kind', 'UNSUPPORTED_FORMAT', put(slot.kind, '05')],
    ['kem-6', 'server-assisted is reserved', 'UNSUPPORTED_FORMAT', put(slot.kem, '06')],
    ['kem-7', 'unknown KEM', 'UNSUPPORTED_FORMAT', put(slot.kem, '07')],
    ['kem-passcode', 'an appPasscode slot has no KEM', 'CORRUPT', put(slot.kem, '03')],
    ['prf-0', 'every slot has a device function', 'UNSUPPORTED_FORMAT', put(slot.prf, '00')],
    ['prf-4', 'unknown device function', 'UNSUPPORTED_FORMAT', put(slot.prf, '04')],
    ['kdf-2', 'Argon2id is reserved', 'UNSUPPORTED_FORMAT', put(slot.kdf, '02')],
    ['kdf-3', 'unknown KDF', 'UNSUPPORTED_FORMAT', put(slot.kdf, '03')],
    ['kdf-none', 'an appPasscode slot needs a KDF', 'CORRUPT', put(slot.kdf, '00')],
    ['iterations-0', 'too few, never replaced by a default', 'CORRUPT', put32(slot.iterations, 0)],
    ['iterations-1', 'too few', 'CORRUPT', put32(slot.iterations, 1)],
    ['iterations-99999', 'one below the least', 'CORRUPT', put32(slot.iterations, 99_999)],
    [
      'iterations-2000001',
      'one above the most: denial of service before authentication',
      'CORRUPT',
      put32(slot.iterations, 2_000_001),
    ],
    ['iterations-2^31', 'negative if it were signed', 'CORRUPT', put32(slot.iterations, 0x8000_0000)],
    ['iterations-top-bit', 'a number in range, and the top bit', 'CORRUPT', put32(slot.iterations, 0x8001_86a0)],
    ['iterations-max', 'all ones', 'CORRUPT', put32(slot.iterations, 0xffff_ffff)],
    ['salt-15', 'one byte below the least', 'CORRUPT', put(slot.saltLength, '0f')],
    ['salt-0', 'no salt', 'CORRUPT', { op: 'replace', at: slot.saltLength, length: 33, hex: '00' }],
    [
      'salt-65',
      'one byte above the most',
      'CORRUPT',
      { op: 'replace', at: slot.saltLength, length: 33, hex: `41${'aa'.repeat(65)}` },
    ],
    [
      'passcode-enc',
      'an appPasscode slot has no enc',
      'CORRUPT',
      { op: 'replace', at: slot.encLength, length: 2, hex: '0001aa' },
    ],
  ];
}

/** A random byte as `kind`: what it must be refused with. */
function unknownOrCorrupt(base: EnvelopeBase, at: number): 'CORRUPT' | 'UNSUPPORTED_FORMAT' {
  const kind = Number.parseInt(base.hex.slice(2 * at, 2 * at + 2), 16);
  return kind >= KIND.biometric && kind <= KIND.device ? 'CORRUPT' : 'UNSUPPORTED_FORMAT';
}

function lengthRows(base: EnvelopeBase): readonly Row[] {
  const length = base.hex.length / 2;
  const [slot] = slotOffsets(base) as [ReturnType<typeof slotOffsets>[number]];
  const ctLength = slot.end + 12;
  return [
    ['trailing-byte', 'a byte after the ciphertext', 'CORRUPT', { op: 'append', byte: '00', count: 1 }],
    [
      'ct-19',
      'shorter than an empty payload with its tag',
      'CORRUPT',
      { op: 'replace', at: ctLength, hex: `00000013${'00'.repeat(19)}` },
    ],
    ['ct-0', 'no ciphertext', 'CORRUPT', { op: 'replace', at: ctLength, hex: '00000000' }],
    ['ct-max', 'a length that must not be allocated', 'CORRUPT', put32(ctLength, 0xffff_ffff)],
    [
      'ct-top-bit',
      'the right length, and the top bit',
      'CORRUPT',
      put32(ctLength, 0x8000_0000 + length - ctLength - 4),
    ],
    ['ct-one-less', 'one byte is left over', 'CORRUPT', put32(ctLength, length - ctLength - 5)],
    ['ct-one-more', 'one byte is missing', 'CORRUPT', put32(ctLength, length - ctLength - 3)],
    [
      'too-large',
      'one byte more than 16 MiB, though ctLen says so',
      'CORRUPT',
      put32(ctLength, 16 * 1024 * 1024 + 1 - ctLength - 4),
      tooLarge(length),
    ],
    ['too-large-first', 'the size is judged before an unknown fmt', 'CORRUPT', put(HEADER.fmt, '02'), tooLarge(length)],
    [
      'cut-unknown',
      'an unknown fmt is judged before the end is missed',
      'UNSUPPORTED_FORMAT',
      put(HEADER.fmt, '02'),
      { op: 'replace', at: 5, hex: '' },
    ],
    ['cut-magic', 'nothing after the magic', 'CORRUPT', { op: 'replace', at: 4, hex: '' }],
    ['nothing', 'an envelope of no bytes', 'CORRUPT', { op: 'replace', at: 0, hex: '' }],
  ];
}

function twoSlotRows(base: EnvelopeBase): readonly Row[] {
  const [first, second] = slotOffsets(base) as [
    ReturnType<typeof slotOffsets>[number],
    ReturnType<typeof slotOffsets>[number],
  ];
  const slots = base.hex.slice(2 * first.kind, 2 * second.end);
  const cut = 2 * (second.kind - first.kind);
  const swapped = slots.slice(cut) + slots.slice(0, cut);
  const id = base.hex.slice(2 * first.slotId, 2 * first.slotId + 16);
  return [
    [
      'slots-swapped',
      'not in ascending order of kind',
      'CORRUPT',
      { op: 'replace', at: first.kind, length: slots.length / 2, hex: swapped },
    ],
    [
      'slot-twice',
      'the same slot twice',
      'CORRUPT',
      { op: 'replace', at: second.kind, length: second.end - second.kind, hex: slots.slice(0, cut) },
    ],
    ['slot-id-twice', 'two slots with one id', 'CORRUPT', put(second.slotId, id)],
    ['kind-twice', 'two slots of one kind', 'CORRUPT', put(second.kind, '01')],
    ['flag-setup-slot', 'passcodeSetupNeeded beside an appPasscode slot', 'CORRUPT', put16(HEADER.flags, 0x000d)],
    ['rsa-kdf', 'a KDF that is not used', 'CORRUPT', put(first.kdf, '01')],
    ['rsa-iterations', 'iterations that are not used', 'CORRUPT', put32(first.iterations, 100_000)],
    ['rsa-salt', 'a salt that is not used', 'CORRUPT', { op: 'replace', at: first.saltLength, length: 1, hex: '01aa' }],
    [
      'rsa-enc-255',
      'shorter than an RSA-2048 ciphertext',
      'CORRUPT',
      { op: 'replace', at: first.encLength, length: 3, hex: '00ff' },
    ],
    [
      'rsa-enc-257',
      'longer than an RSA-2048 ciphertext',
      'CORRUPT',
      { op: 'replace', at: first.encLength, length: 2, hex: '0101aa' },
    ],
    ['rsa-as-ecies', 'the KEM decides the length of enc', 'CORRUPT', put(first.kem, '03')],
    ['biometric-no-kem', 'a biometric slot needs a KEM', 'CORRUPT', put(first.kem, '00')],
  ];
}

function deviceRows(base: EnvelopeBase): readonly Row[] {
  const [slot] = slotOffsets(base) as [ReturnType<typeof slotOffsets>[number]];
  return [
    ['device-kem', 'a device slot has no KEM', 'CORRUPT', put(slot.kem, String(KEM.rsaOaepSha256).padStart(2, '0'))],
    ['device-kdf', 'a device slot has no KDF', 'CORRUPT', put(slot.kdf, String(KDF.pbkdf2).padStart(2, '0'))],
    ['device-iterations', 'not zero though unused', 'CORRUPT', put32(slot.iterations, 1)],
    [
      'device-salt',
      'not empty though unused',
      'CORRUPT',
      { op: 'replace', at: slot.saltLength, length: 1, hex: '01aa' },
    ],
    [
      'device-enc',
      'not empty though unused',
      'CORRUPT',
      { op: 'replace', at: slot.encLength, length: 2, hex: '0001aa' },
    ],
    ['device-mode', 'BiometricOnly has no device slot', 'CORRUPT', put(HEADER.mode, '00')],
  ];
}

function webAuthnRows(base: EnvelopeBase): readonly Row[] {
  const [slot] = slotOffsets(base) as [ReturnType<typeof slotOffsets>[number]];
  const encLength = slot.nonce - slot.enc;
  return [
    [
      'webauthn-salt-31',
      'the PRF input has 32 bytes',
      'CORRUPT',
      { op: 'replace', at: slot.saltLength, length: 2, hex: '1f' },
    ],
    [
      'webauthn-salt-33',
      'neither less nor more of them',
      'CORRUPT',
      { op: 'replace', at: slot.saltLength, length: 1, hex: '2100' },
    ],
    [
      'webauthn-enc-0',
      'no credential id',
      'CORRUPT',
      { op: 'replace', at: slot.encLength, length: 2 + encLength, hex: '0000' },
    ],
    [
      'webauthn-enc-1024',
      'a credential id has at most 1023 bytes',
      'CORRUPT',
      { op: 'replace', at: slot.encLength, length: 2 + encLength, hex: `0400${'aa'.repeat(1024)}` },
    ],
    ['webauthn-credential', 'WebAuthn PRF is biometric, not deviceCredential', 'CORRUPT', put(slot.kind, '02')],
  ];
}

function keystoreRows(base: EnvelopeBase): readonly Row[] {
  const [slot] = slotOffsets(base) as [ReturnType<typeof slotOffsets>[number]];
  return [
    [
      'keystore-enc-59',
      'nonce, S and tag have 60 bytes',
      'CORRUPT',
      { op: 'replace', at: slot.encLength, length: 3, hex: '003b' },
    ],
  ];
}

function eciesRows(base: EnvelopeBase): readonly Row[] {
  const [slot] = slotOffsets(base) as [ReturnType<typeof slotOffsets>[number]];
  return [
    [
      'ecies-enc-112',
      'public key, S and tag have 113 bytes',
      'CORRUPT',
      { op: 'replace', at: slot.encLength, length: 3, hex: '0070' },
    ],
  ];
}
