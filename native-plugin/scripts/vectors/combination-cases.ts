/* eslint-disable max-lines, max-lines-per-function -- a table of cases: its length is data, not logic */
import { hex } from '../../src/core/codec/bytes.ts';
import type { EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { put, put16, put32, type Edit } from './envelope-edit.ts';
import { HEADER, slotOffsets, type SlotOffsets } from './slot-offsets.ts';
import { u16, u32 } from '../../src/core/codec/bytes.ts';

/** The rules of FORMAT.md §4.1 once more, as a person reads them there, for each pair by itself. */
const KINDS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2],
  1: [3],
  2: [1, 2, 3],
  4: [1, 2, 3],
  5: [4],
  6: [2],
  7: [1, 2],
};
const KEMS: Readonly<Record<number, readonly number[]>> = { 1: [1, 2, 3, 4, 5], 2: [1, 2, 3, 5], 3: [0], 4: [0] };
const ENC: Readonly<Record<number, number>> = { 0: 0, 1: 256, 2: 256, 3: 113, 4: 20, 5: 60 };

interface Shape {
  readonly kind: number;
  readonly kem: number;
  readonly id?: string;
  readonly iterations?: number;
  readonly salt?: number;
  readonly enc?: number;
}

/** A slot from `kind` to `enc` that the parser takes, but for what the shape says. */
function headOf({ kind, kem, id = 'a1', ...shape }: Shape): string {
  const isPasscode = kind === 3;
  const { iterations = isPasscode ? 100_000 : 0, salt = isPasscode || kem === 4 ? 32 : 0, enc = ENC[kem] ?? 0 } = shape;
  const ids = `${byte(kind)}${byte(kem)}01${id.repeat(8)}${byte(isPasscode ? 1 : 0)}`;
  return `${ids}${hex(u32(iterations))}${byte(salt)}${'aa'.repeat(salt)}${hex(u16(enc))}${'bb'.repeat(enc)}`;
}

const byte = (value: number) => value.toString(16).padStart(2, '0');
const TAIL = 'cc'.repeat(60);

/** All that a parser must take, and what stands just beyond it. */
export function combinationCases(base: EnvelopeBase): readonly EnvelopeCase[] {
  const [slot] = slotOffsets(base);
  if (!slot) throw new Error('a base without a slot');
  return [...pairs(base, slot), ...setupCases(base, slot), ...bounds(base, slot), ...orders(base, slot)];
}

type Row = readonly [id: string, why: string, error: string | undefined, ...edits: readonly Edit[]];

function toCase(base: EnvelopeBase) {
  return ([id, why, error, ...edits]: Row): EnvelopeCase => ({
    id,
    why,
    level: 'parse',
    base: base.name,
    edits,
    expect: error === undefined ? {} : { error },
  });
}

/** These slots, in the place of the base's one. */
function withSlots(slot: SlotOffsets, ...shapes: readonly Shape[]): readonly Edit[] {
  const text = shapes.map((shape) => headOf(shape) + TAIL).join('');
  return [
    put(HEADER.slotCount, byte(shapes.length)),
    { op: 'replace', at: slot.kind, length: slot.end - slot.kind, hex: text },
  ];
}

/** Each mode with each kind; where that is allowed, with each kem. */
function pairs(base: EnvelopeBase, slot: SlotOffsets): readonly EnvelopeCase[] {
  const ids = (record: object) => Object.keys(record).map(Number);
  const rows = ids(KINDS).flatMap((mode) =>
    ids(KEMS).flatMap((kind): readonly Row[] => {
      const setMode = put(HEADER.mode, byte(mode));
      if (!KINDS[mode]?.includes(kind))
        return [
          [
            `mode-${mode}-kind-${kind}`,
            'a slot that this mode does not have',
            'CORRUPT',
            setMode,
            put(slot.kind, byte(kind)),
          ],
        ];
      return ids(ENC).map((kem): Row => {
        const id = `mode-${mode}-kind-${kind}-kem-${kem}`;
        if (KEMS[kind]?.includes(kem)) return [id, 'allowed', undefined, setMode, ...withSlots(slot, { kind, kem })];
        return [
          id,
          'a KEM that this kind of slot does not use',
          'CORRUPT',
          setMode,
          put(slot.kind, byte(kind) + byte(kem)),
        ];
      });
    }),
  );
  return rows.map(toCase(base));
}

/** passcodeSetupNeeded: with each mode and a slot that is no passcode. */
function setupCases(base: EnvelopeBase, slot: SlotOffsets): readonly EnvelopeCase[] {
  const flags = put16(HEADER.flags, 0x000f);
  const rows = [0, 2, 4, 5, 6, 7].map((mode): Row => {
    const kind = mode === 5 ? 4 : 2;
    const edits = [flags, put(HEADER.mode, byte(mode)), ...withSlots(slot, { kind, kem: kind === 4 ? 0 : 5 })];
    return mode === 2 || mode === 4
      ? [`setup-mode-${mode}`, 'a passcode belongs to this mode, and is not there yet', undefined, ...edits]
      : [`setup-mode-${mode}`, 'no passcode belongs to this mode', 'CORRUPT', ...edits];
  });
  return rows.map(toCase(base));
}

function bounds(base: EnvelopeBase, slot: SlotOffsets): readonly EnvelopeCase[] {
  const length = base.hex.length / 2;
  const passcode = (shape: Partial<Shape>) => withSlots(slot, { kind: 3, kem: 0, ...shape });
  const biometric = (kem: number, enc: number) => [
    put(HEADER.mode, '00'),
    ...withSlots(slot, { kind: 1, kem, enc, ...(kem === 4 && { salt: 32 }) }),
  ];
  const cut = (count: string): readonly Edit[] => [
    put(HEADER.slotCount, count),
    { op: 'replace', at: slot.end, hex: '' },
  ];
  const none: readonly Edit[] = [
    put(HEADER.slotCount, '00'),
    { op: 'replace', at: slot.kind, length: slot.end - slot.kind, hex: '' },
  ];
  const rows: readonly Row[] = [
    ['max-attempts-1', 'the least', undefined, put(HEADER.maxAttempts, '01')],
    ['max-attempts-128', 'negative if it were signed', undefined, put(HEADER.maxAttempts, '80')],
    ['max-attempts-255', 'the most', undefined, put(HEADER.maxAttempts, 'ff')],
    ['generation-2^31', 'negative if it were signed', undefined, put32(HEADER.generation, 0x8000_0000)],
    ['generation-last', 'the last one', undefined, put32(HEADER.generation, 0xffff_ffff)],
    ['flag-4-alone', 'nothing but the first unknown flag', 'UNSUPPORTED_FORMAT', put16(HEADER.flags, 0x0010)],
    ['flags-none', 'none has to be set', undefined, put16(HEADER.flags, 0)],
    ['slots-0-well', 'no way to unlock, and otherwise as it should be', 'CORRUPT', ...none],
    ['slots-5-cut', 'the count is judged before what follows it', 'UNSUPPORTED_FORMAT', ...cut('05')],
    ['slots-4-cut', 'four are known to this version: the end is missed', 'CORRUPT', ...cut('04')],
    ['iterations-most', 'the most that are allowed', undefined, ...passcode({ iterations: 2_000_000 })],
    ['salt-least', '16 bytes', undefined, ...passcode({ salt: 16 })],
    ['salt-most', '64 bytes', undefined, ...passcode({ salt: 64 })],
    ['salt-8', 'half of the least', 'CORRUPT', ...passcode({ salt: 8 })],
    ['salt-15-well', 'one byte below the least, and otherwise as it should be', 'CORRUPT', ...passcode({ salt: 15 })],
    ['webauthn-enc-least', 'a credential id of one byte', undefined, ...biometric(4, 1)],
    ['webauthn-enc-most', 'a credential id of 1023 bytes', undefined, ...biometric(4, 1023)],
    ...[
      [1, 255],
      [1, 257],
      [2, 255],
      [2, 257],
      [3, 112],
      [3, 114],
      [5, 59],
      [5, 61],
    ].map(([kem = 0, enc = 0]): Row => [
      `kem-${kem}-enc-${enc}`,
      'enc of another length',
      'CORRUPT',
      ...biometric(kem, enc),
    ]),
    [
      'largest',
      'exactly 16 MiB',
      undefined,
      put32(slot.end + 12, 16 * 1024 * 1024 - slot.end - 16),
      { op: 'append', byte: '00', count: 16 * 1024 * 1024 - length },
    ],
  ];
  return rows.map(toCase(base));
}

/** Two faults at once: which of them is told. */
function orders(base: EnvelopeBase, slot: SlotOffsets): readonly EnvelopeCase[] {
  const three = (...ids: readonly string[]) => [
    put(HEADER.mode, '02'),
    ...withSlots(
      slot,
      ...[1, 2, 3].map((kind, at) => ({ kind, kem: kind === 3 ? 0 : 5, ...(ids[at] ? { id: ids[at] } : {}) })),
    ),
  ];
  const afterFirst = slot.kind + (headOf({ kind: 1, kem: 5 }) + TAIL).length / 2;
  const rows: readonly Row[] = [
    ['three-slots', 'all that a mode may have', undefined, ...three('a1', 'a2', 'a3')],
    ['slot-id-first', 'the last one has the id of the first', 'CORRUPT', ...three('a1', 'a2', 'a1')],
    ['slot-id-second', 'the last one has the id of the one before', 'CORRUPT', ...three('a1', 'a2', 'a2')],
    [
      'kinds-1-3-2',
      'after the first, but not after the one before',
      'CORRUPT',
      put(HEADER.mode, '02'),
      ...withSlots(slot, { kind: 1, kem: 5 }, { kind: 3, kem: 0, id: 'a2' }, { kind: 2, kem: 5, id: 'a3' }),
    ],
    [
      'kinds-1-1',
      'two of one kind, each by itself as it should be',
      'CORRUPT',
      put(HEADER.mode, '02'),
      ...withSlots(slot, { kind: 1, kem: 5 }, { kind: 1, kem: 5, id: 'a2' }),
    ],
    [
      'flags-after-slots',
      'the flag rule comes after the slots',
      'UNSUPPORTED_FORMAT',
      put16(HEADER.flags, 6),
      put(slot.kind, '09'),
    ],
    ['kind-before-kem', 'the kind is judged before the kem', 'CORRUPT', put(HEADER.mode, '00'), put(slot.kem, '07')],
    [
      'kem-before-prf',
      'the kem of another kind, before an unknown prf',
      'CORRUPT',
      put(slot.kem, '01'),
      put(slot.prf, '09'),
    ],
    [
      'kem-before-end',
      'an unknown kem is judged before the end is missed',
      'UNSUPPORTED_FORMAT',
      put(slot.kem, '07'),
      { op: 'replace', at: slot.prf, hex: '' },
    ],
    [
      'prf-before-same-id',
      'an unknown prf, before the id of an earlier slot',
      'UNSUPPORTED_FORMAT',
      put(HEADER.mode, '02'),
      ...withSlots(slot, { kind: 1, kem: 5 }, { kind: 3, kem: 0 }),
      put(afterFirst + 2, '09'),
    ],
    [
      'prf-before-id',
      'an unknown prf, before what follows',
      'UNSUPPORTED_FORMAT',
      put(slot.prf, '09'),
      put(slot.kdf, '00'),
    ],
    [
      'kdf-before-iterations',
      'an unknown kdf, before its iterations',
      'UNSUPPORTED_FORMAT',
      put(slot.kdf, '09'),
      put32(slot.iterations, 0),
    ],
    [
      'mode-before-enrolment',
      'a mode that is never stored, before an unknown policy',
      'CORRUPT',
      put(HEADER.mode, '03ff'),
    ],
    [
      'enrolment-before-attempts',
      'an unknown policy, before no attempts',
      'UNSUPPORTED_FORMAT',
      put(HEADER.enrolment, 'ff00'),
    ],
    [
      'generation-before-flags',
      'generation 0, before an unknown flag',
      'CORRUPT',
      put32(HEADER.generation, 0),
      put16(HEADER.flags, 0x10),
    ],
    [
      'flags-before-count',
      'an unknown flag, before no slots',
      'UNSUPPORTED_FORMAT',
      put16(HEADER.flags, 0x10),
      put(HEADER.slotCount, '00'),
    ],
  ];
  return rows.map(toCase(base));
}
