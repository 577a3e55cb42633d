/* eslint-disable max-lines, max-lines-per-function -- a table of cases: its length is data, not logic */
import { concat, hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { encodeEnvelope, encodeHeader } from '../../src/core/codec/encode-envelope.ts';
import type { Header } from '../../src/core/codec/envelope.ts';
import { KIND } from '../../src/core/codec/format-ids.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import { encodePayload } from '../../src/core/codec/payload.ts';
import { deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import type { EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { put, unhex } from './envelope-edit.ts';
import { seededRandom } from './seeded-random.ts';
import { HEADER, slotOffsets } from './slot-offsets.ts';

const aead = webCryptoAead();

/** What must open, and what must not although it parses. */
export async function openCases(bases: ReadonlyMap<string, EnvelopeBase>): Promise<readonly EnvelopeCase[]> {
  const base = (name: string): EnvelopeBase => {
    const found = bases.get(name);
    if (!found) throw new Error(`no base ${name}`);
    return found;
  };
  return [
    ...validCases([...bases.values()]),
    ...secretCases(base('passcode'), base('both')),
    ...slotCases(base('passcode'), base('passcode-other'), base('both')),
    ...(await resealedCases(base('passcode'))),
    await composedCase(base('empty')),
  ];
}

function validCases(bases: readonly EnvelopeBase[]): readonly EnvelopeCase[] {
  return bases.flatMap((base) =>
    base.slots.map(({ kind }) => ({
      id: `open-${base.name}-${kind}`,
      why: base.why,
      level: 'open',
      base: base.name,
      kind,
      expect: { values: base.values },
    })),
  );
}

function secretCases(single: EnvelopeBase, both: EnvelopeBase): readonly EnvelopeCase[] {
  const prfName = (base: EnvelopeBase, index: number) => {
    const { header } = parseEnvelope(unhex(base.hex));
    const slot = header.slots[index];
    return slot ? deviceKeyNames(header.vaultId, slot.head.slotId).prf : '';
  };
  const common = { level: 'open', base: single.name };
  const biometric = both.slots[0]?.slotId ?? '';
  return [
    {
      ...common,
      id: 'passcode-nfd',
      why: 'decomposed, it is the same passcode',
      passcode: 'cafe\u0301 12',
      expect: { values: single.values },
    },
    {
      ...common,
      id: 'passcode-arabic',
      why: 'with Arabic digits, it is the same passcode',
      passcode: 'caf\u00e9 \u0661\u0662',
      expect: { values: single.values },
    },
    {
      ...common,
      id: 'passcode-fullwidth',
      why: 'in full width, it is the same passcode',
      passcode: '\uFF43\uFF41\uFF46\u00e9 \uFF11\uFF12',
      expect: { values: single.values },
    },
    {
      ...common,
      id: 'passcode-wrong',
      why: 'another passcode',
      passcode: 'caf\u00e9 13',
      expect: { error: 'AUTHENTICATION_FAILED' },
    },
    {
      ...common,
      id: 'passcode-case',
      why: 'no case folding',
      passcode: 'Caf\u00e9 12',
      expect: { error: 'AUTHENTICATION_FAILED' },
    },
    {
      ...common,
      id: 'passcode-short',
      why: 'can be no passcode: not the same as a wrong one',
      passcode: '123',
      expect: { error: 'INVALID_PASSCODE' },
    },
    {
      ...common,
      id: 'scope-other',
      why: "another user's vault",
      scope: '11'.repeat(32),
      expect: { error: 'SCOPE_MISMATCH' },
    },
    {
      ...common,
      id: 'scope-before-slot',
      why: 'the scope is judged before the slot is looked for',
      scope: '11'.repeat(32),
      kind: KIND.device,
      expect: { error: 'SCOPE_MISMATCH' },
    },
    {
      ...common,
      id: 'slot-not-found',
      why: 'no slot of this kind',
      kind: KIND.biometric,
      expect: { error: 'SLOT_NOT_FOUND' },
    },
    {
      ...common,
      id: 'slot-before-passcode',
      why: 'the slot is looked for before the passcode is judged',
      kind: KIND.device,
      passcode: '1',
      expect: { error: 'SLOT_NOT_FOUND' },
    },
    {
      ...common,
      id: 'key-missing',
      why: "the device function's key is not on this device: restored from a backup",
      missingKeys: [prfName(single, 0)],
      expect: { error: 'KEY_MISSING' },
    },
    {
      ...common,
      id: 'other-device',
      why: 'right passcode, another device',
      keys: { [prfName(single, 0)]: 'aa'.repeat(32) },
      expect: { error: 'AUTHENTICATION_FAILED' },
    },
    {
      level: 'open',
      base: both.name,
      id: 'kem-other-secret',
      why: 'what was encrypted to the public key is not S',
      kind: KIND.biometric,
      secrets: { [biometric]: 'bb'.repeat(32) },
      expect: { error: 'AUTHENTICATION_FAILED' },
    },
    {
      level: 'open',
      base: both.name,
      id: 'kem-short-secret',
      why: 'S has 32 bytes',
      kind: KIND.biometric,
      secrets: { [biometric]: 'bb'.repeat(16) },
      expect: { error: 'CORRUPT' },
    },
    {
      level: 'open',
      base: both.name,
      id: 'kem-short-secret-no-key',
      why: "what is no S is told before the device function's key is asked for",
      kind: KIND.biometric,
      secrets: { [biometric]: 'bb'.repeat(33) },
      missingKeys: [prfName(both, 0)],
      expect: { error: 'CORRUPT' },
    },
    {
      level: 'open',
      hex: both.hex,
      scope: both.scope,
      id: 'kem-key-missing',
      why: "the KEM key is not on this device, the device function's is",
      kind: KIND.biometric,
      keys: { [prfName(both, 0)]: both.slots[0]?.prfKey ?? '' },
      expect: { error: 'KEY_MISSING' },
    },
    {
      level: 'open',
      base: both.name,
      id: 'device-key-missing',
      why: "the KEM key is there, the device function's is not",
      kind: KIND.biometric,
      missingKeys: [prfName(both, 0)],
      expect: { error: 'KEY_MISSING' },
    },
    {
      ...common,
      id: 'passcode-before-key',
      why: 'what can be no passcode is told before any key is asked for',
      passcode: '123',
      missingKeys: [prfName(single, 0)],
      expect: { error: 'INVALID_PASSCODE' },
    },
    {
      ...common,
      id: 'passcode-unassigned',
      why: 'an unassigned character is only refused when a passcode is set',
      passcode: 'caf\u00e9 12\u0378',
      expect: { error: 'AUTHENTICATION_FAILED' },
    },
  ];
}

function slotCases(single: EnvelopeBase, other: EnvelopeBase, both: EnvelopeBase): readonly EnvelopeCase[] {
  const [slot] = slotOffsets(single) as [ReturnType<typeof slotOffsets>[number]];
  const [first] = slotOffsets(both) as [ReturnType<typeof slotOffsets>[number]];
  const otherSlot = other.hex.slice(2 * slot.kind, 2 * slot.end);
  const { vaultId } = parseEnvelope(unhex(single.hex)).header;
  const swappedKey = {
    [deviceKeyNames(vaultId, unhex(other.slots[0]?.slotId ?? '')).prf]: other.slots[0]?.prfKey ?? '',
  };
  return [
    {
      id: 'slot-of-other-vault',
      why: "another vault's slot, same passcode, its key at hand under our name: bound to vaultId and scope",
      level: 'open',
      base: single.name,
      edits: [{ op: 'replace', at: slot.kind, length: slot.end - slot.kind, hex: otherSlot }],
      keys: swappedKey,
      expect: { error: 'AUTHENTICATION_FAILED' },
    },
    {
      id: 'slot-stripped',
      why: 'without its biometric slot: the passcode still unwraps, but the payload knows all slots',
      level: 'open',
      base: both.name,
      kind: KIND.appPasscode,
      edits: [put(HEADER.slotCount, '01'), { op: 'replace', at: first.kind, length: first.end - first.kind, hex: '' }],
      expect: { error: 'CORRUPT' },
    },
    {
      id: 'payload-of-other-vault',
      why: "another vault's payload",
      level: 'open',
      base: single.name,
      edits: [{ op: 'replace', at: slot.end, hex: other.hex.slice(2 * slot.end) }],
      expect: { error: 'CORRUPT' },
    },
    {
      id: 'downgraded-mode',
      why: 'BiometricAndPasscode made BiometricOrPasscode',
      level: 'open',
      base: both.name,
      kind: KIND.appPasscode,
      edits: [put(HEADER.mode, '04')],
      expect: { error: 'CORRUPT' },
    },
  ];
}

/** Sealed properly with the data key, by a writer that did not follow the format. */
async function resealedCases(base: EnvelopeBase): Promise<readonly EnvelopeCase[]> {
  const one = encodePayload(new Map([['session', unhex('31')]]));
  const text = (value: string) => hex(new TextEncoder().encode(value));
  const twice = unhex(`00000002${`0007${text('session')}0000000131`.repeat(2)}`);
  const rows: readonly (readonly [id: string, why: string, payload: Bytes, flags: Partial<Header>])[] = [
    ['sealed-duplicate-key', 'a duplicate key, properly sealed', twice, {}],
    ['sealed-trailing', 'a byte after the last value, properly sealed', concat(one, Uint8Array.of(0)), {}],
    ['sealed-no-session', 'hasSession, but no session', encodePayload(new Map([['other', unhex('31')]])), {}],
    ['sealed-session-unsaid', 'a session that the flags do not say', one, { hasSession: false }],
    ['sealed-empty', 'hasValues, but none', encodePayload(new Map()), { hasSession: false }],
    [
      'sealed-values-unsaid',
      'values that the flags do not say',
      encodePayload(new Map([['other', unhex('31')]])),
      { hasSession: false, hasValues: false },
    ],
  ];
  return Promise.all(
    rows.map(async ([id, why, payload, flags], index) => ({
      id,
      why,
      level: 'open',
      base: base.name,
      edits: [{ op: 'replace' as const, at: 0, hex: hex(await reseal(base, { payload, flags, seed: index })) }],
      expect: { error: 'CORRUPT' },
    })),
  );
}

interface Reseal {
  readonly payload: Bytes;
  readonly flags: Partial<Header>;
  readonly seed: number;
}

async function reseal(base: EnvelopeBase, { payload, flags, seed }: Reseal): Promise<Bytes> {
  const { header } = parseEnvelope(unhex(base.hex));
  const headerBytes = encodeHeader({ ...header, ...flags });
  const payloadNonce = seededRandom(100 + seed).bytes(12);
  const dek = await aead.importDek(unhex(base.dek));
  const ciphertext = await aead.seal(dek, payload, { nonce: payloadNonce, aad: headerBytes, salt: header.vaultId });
  return encodeEnvelope({ headerBytes, payloadNonce, ciphertext }).bytes;
}

/** A megabyte, as a rule instead of two megabytes of digits. */
async function composedCase(base: EnvelopeBase): Promise<EnvelopeCase> {
  const length = 1024 * 1024;
  const payload = encodePayload(new Map([['blob', new Uint8Array(length).fill(0x61)]]));
  const envelope = await reseal(base, { payload, flags: { hasValues: true }, seed: 77 });
  const { headerBytes, payloadNonce } = parseEnvelope(envelope);
  const sha256 = hex(await aead.digest(envelope));
  return {
    id: 'payload-1-MiB',
    why: 'one value of 1 MiB: sealing gives this digest, and opening what was sealed gives the value back',
    level: 'compose',
    compose: {
      header: hex(headerBytes),
      dek: base.dek,
      payloadNonce: hex(payloadNonce),
      key: 'blob',
      byte: '61',
      length,
    },
    expect: { sha256 },
  };
}
