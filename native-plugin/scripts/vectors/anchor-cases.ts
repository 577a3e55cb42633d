/* eslint-disable max-lines, max-lines-per-function -- a table of cases: its length is data, not logic */
import type { Anchor, EnvelopeRef } from '../../src/core/codec/anchor.ts';
import { hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { concat } from '../../src/core/codec/bytes.ts';
import { encodeAnchor } from '../../src/core/codec/encode-anchor.ts';
import type { Header } from '../../src/core/codec/envelope.ts';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../src/core/codec/format-limits.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { AnchorStore } from '../../src/core/ports/ports.ts';
import { normalisePasscode } from '../../src/core/slots/passcode.ts';
import { anchorKeyName } from '../../src/core/slots/storage-names.ts';
import { sealEnvelope } from '../../src/core/slots/seal-envelope.ts';
import { loadVault } from '../../src/core/store/load-vault.ts';
import { createVault, writeValues } from '../../src/core/store/write-vault.ts';
import { PASSCODE } from './envelope-bases.ts';
import { applyEdits, flip, put, put32, unhex, type Edit } from './envelope-edit.ts';
import { hmacSha256 } from './fixed-devices.ts';
import { fixedDevice } from './fixed-ports.ts';
import { emptyDisk, fixedStores } from './fixed-stores.ts';
import type { VectorFile } from './vector-file.ts';

interface FormerRow {
  readonly id: string;
  readonly why: string;
  readonly anchor?: Anchor;
  /** Names of bases. */
  readonly envelope?: string;
  readonly former: string;
  readonly expect: object;
}

interface Story {
  readonly scope: Bytes;
  readonly anchorKey: Bytes;
  readonly anchor: Anchor;
  /** By generation, 1 to 3. */
  readonly envelopes: readonly Bytes[];
  readonly digests: readonly Bytes[];
  /** Other envelopes of this vault, by name. */
  readonly others: ReadonlyMap<string, Sealed>;
}

interface Sealed {
  readonly bytes: Bytes;
  readonly ref: EnvelopeRef;
}

/** Another scope. */
const ELSEWHERE = new Uint8Array(32).fill(7);

/** The moment of every load: `delayStart` of an attempt that a killed process began. */
export const LOADED_AT = 1_000_000;

/** FORMAT.md §8 and §9. */
export async function anchorCases(): Promise<VectorFile> {
  const story = await tellStory();
  return {
    file: 'anchors.json',
    about: 'Anchors, alone (`parse`) and with an envelope (`load`). README.md defines the fields.',
    bases: [
      {
        name: 'settled',
        hex: hex(await sealed(story, story.anchor)),
        scope: hex(story.scope),
        anchorKey: hex(story.anchorKey),
      },
      ...story.envelopes.map((bytes, index) => ({ name: `generation-${index + 1}`, hex: hex(bytes) })),
      ...Array.from(story.others, ([name, { bytes }]) => ({ name, hex: hex(bytes) })),
    ],
    cases: [...parseCases(), ...flips(), ...(await withAnchors(story, await loadCases(story)))],
  };
}

interface LoadCase {
  readonly anchor?: string | null;
  readonly anchorKey?: null;
  readonly envelope?: string;
  readonly former?: string;
  readonly expect: object;
}

/** With the anchor that is stored after loading, byte for byte: counts alone would let a wrong repair pass. */
async function withAnchors<Case extends LoadCase | { readonly expect: object }>(story: Story, cases: readonly Case[]) {
  const name = hex(story.scope);
  const named = (base: string | undefined) =>
    story.others.get(base ?? '')?.bytes ?? story.envelopes[Number(base?.slice(-1)) - 1];
  return Promise.all(
    cases.map(async (each) => {
      if (!('anchor' in each) || !each.anchor || !('writes' in each.expect)) return each;
      const { ports, ring } = fixedDevice(1);
      ring.set(anchorKeyName(story.scope), story.anchorKey);
      const disk = emptyDisk();
      const [envelope, former] = [named(each.envelope), named(each.former)];
      disk.anchors.set(name, unhex(each.anchor));
      if (envelope) disk.blobs.set(name, envelope);
      if (former) disk.formers.set(name, former);
      const stores = fixedStores(disk);
      const written: (Bytes | undefined)[] = [unhex(each.anchor)];
      const anchors: AnchorStore = {
        ...stores.anchors,
        replace: (of, expected, next) => {
          written.push(next);
          return stores.anchors.replace(of, expected, next);
        },
      };
      await loadVault({ ...ports, anchors, blobs: stores.blobs, clock: { now: () => LOADED_AT } }, story.scope).catch(
        ignoreErased,
      );
      return { ...each, expect: { ...each.expect, anchor: hex(written.at(-1) ?? new Uint8Array(0)) } };
    }),
  );
}

function ignoreErased(error: unknown): void {
  if (!(error instanceof CoreError && error.code === 'TOO_MANY_ATTEMPTS')) throw error;
}

/** Three generations of one vault, the second of them current. */
async function tellStory(): Promise<Story> {
  const { ports, ring } = fixedDevice(50);
  const scope = await ports.aead.digest(new TextEncoder().encode('scope 50'));
  const policy = {
    mode: MODE.PasscodeOnly,
    enrolment: 0,
    maxAttempts: 5,
    wipeAtMax: true,
    passcodeSetupNeeded: false,
  } as const;
  const slots = [{ kind: KIND.appPasscode, passcode: normalisePasscode(PASSCODE), iterations: LIMIT.iterationsMin }];
  const first = await createVault(ports, { scope, over: undefined }, { policy, slots, values: new Map() });
  const read = async () => (await ports.blobs.read(hex(scope))) ?? new Uint8Array(0);
  const envelopes = [await read()];
  const second = await writeValues(
    ports,
    { vault: first.vault, dek: first.keys.dek },
    new Map([['a', Uint8Array.of(0x31)]]),
  );
  envelopes.push(await read());
  const third = await writeValues(ports, { vault: second, dek: first.keys.dek }, new Map([['a', Uint8Array.of(0x32)]]));
  envelopes.push(await read());
  const anchorKey = ring.get(anchorKeyName(scope));
  if (!anchorKey) throw new Error('no anchor key');
  const digests = [first.vault.digest, second.digest, third.digest];
  const { header } = second.envelope;
  const drafts: readonly (readonly [name: string, draft: Header])[] = [
    ['keeps', { ...header, wipeAtMax: false, generation: 3 }],
    ['many', { ...header, maxAttempts: 200, generation: 3 }],
    ['last', { ...header, generation: LIMIT.generation }],
    ['elsewhere', { ...header, scope: ELSEWHERE, generation: 3 }],
  ];
  const others = new Map<string, Sealed>();
  for (const [name, draft] of drafts) {
    const { bytes } = await sealEnvelope(ports, { draft, dek: first.keys.dek }, new Map([['a', Uint8Array.of(0x33)]]));
    others.set(name, { bytes, ref: { generation: draft.generation, digest: await ports.aead.digest(bytes) } });
  }
  return { scope, anchorKey, anchor: second.anchor, envelopes, digests, others };
}

async function sealed({ anchorKey }: Story, anchor: Anchor): Promise<Bytes> {
  const untagged = encodeAnchor(anchor);
  return concat(untagged, await hmacSha256(anchorKey, concat(new TextEncoder().encode('idv1/anchor'), untagged)));
}

/** The settled anchor has one key slot and no dead one: 136 + 8 + 1 + 32 bytes. */
const LENGTH = 177;
type Row = readonly [
  id: string,
  why: string,
  error: 'CORRUPT' | 'UNSUPPORTED_FORMAT' | undefined,
  ...edits: readonly Edit[],
];

/** So many slot ids. */
function ascending(count: number): string {
  return Array.from({ length: count }, (_, index) => `0${index + 1}`.repeat(8)).join('');
}

function parseCases() {
  const rows: readonly Row[] = [
    ['magic-envelope', 'an envelope is no anchor', 'CORRUPT', put(0, '49445631')],
    ['fmt-2', 'a future version', 'UNSUPPORTED_FORMAT', put(4, '02')],
    ['flag-5', 'an unknown flag', 'UNSUPPORTED_FORMAT', put(5, '21')],
    ['resets-alone', 'nextResets without hasNext', 'CORRUPT', put(5, '11')],
    ['flag-7', 'an unknown flag', 'UNSUPPORTED_FORMAT', put(5, '81')],
    ['cur-unsaid', 'a generation that the flags do not say', 'CORRUPT', put(5, '00')],
    ['cur-zero', 'hasCur, but generation 0', 'CORRUPT', put32(54, 0)],
    ['next-unsaid', 'nextGen without hasNext', 'CORRUPT', put32(90, 3)],
    ['next-zero', 'hasNext, but nextGen 0', 'CORRUPT', put(5, '03')],
    ['next-skips', 'next does not follow cur', 'CORRUPT', put(5, '03'), put32(90, 4)],
    ['next-same', 'next is not later than cur', 'CORRUPT', put(5, '03'), put32(90, 2)],
    [
      'cur-digest',
      'a digest of the current one where there is none',
      'CORRUPT',
      ...[put(5, '02'), put(54, `00000000${'00'.repeat(31)}01`), put32(90, 1), put(94, '11'.repeat(32))],
    ],
    ['next-digest', 'an unused digest that is not zero', 'CORRUPT', put(125, '01')],
    ['nothing', 'neither cur nor next nor erasing', 'CORRUPT', put(5, '00'), put(54, '00'.repeat(36))],
    ['pending-0', 'pending, but nothing counted', 'CORRUPT', put(5, '05')],
    ['delay-0', 'a delay without attempts', 'CORRUPT', put(127, '0000000000000001')],
    ['delay-top-bit', 'a time in range, and the top bit', 'CORRUPT', put(126, '01'), put(127, '8000000000000001')],
    ['delay-2^53', 'beyond what every language can count', 'CORRUPT', put(126, '01'), put(127, '0020000000000000')],
    ['keys-9', 'more key slots than this version knows', 'UNSUPPORTED_FORMAT', put(135, '09')],
    [
      'keys-unsorted',
      'slot ids not ascending',
      'CORRUPT',
      { op: 'replace', at: 135, length: 9, hex: `02${'02'.repeat(8)}${'01'.repeat(8)}` },
    ],
    ['keys-twice', 'a slot id twice', 'CORRUPT', { op: 'replace', at: 135, length: 9, hex: `02${'01'.repeat(16)}` }],
    ['dead-5', 'more dead slots than this version knows', 'UNSUPPORTED_FORMAT', put(144, '05')],
    [
      'dead-unsorted',
      'dead slot ids not ascending',
      'CORRUPT',
      { op: 'replace', at: 144, length: 1, hex: `02${'02'.repeat(8)}${'01'.repeat(8)}` },
    ],
    ['flag-5-resets', 'an unknown flag is judged before the known ones', 'UNSUPPORTED_FORMAT', put(5, '31')],
    [
      'cut-unknown',
      'an unknown fmt is judged before the end is missed',
      'UNSUPPORTED_FORMAT',
      put(4, '02'),
      { op: 'replace', at: 5, hex: '' },
    ],
    [
      'keys-9-cut',
      'a count is judged before the end is missed',
      'UNSUPPORTED_FORMAT',
      { op: 'replace', at: 135, hex: '09' },
    ],
    ['trailing', 'a byte after the tag', 'CORRUPT', { op: 'append', byte: '00', count: 1 }],
    ['flag-5-alone', 'nothing but an unknown flag', 'UNSUPPORTED_FORMAT', put(5, '20')],
    [
      'pending-alone',
      'pending does not make an anchor of nothing one of something',
      'CORRUPT',
      ...[put(5, '04'), put(54, '00'.repeat(36)), put(126, '01')],
    ],
    [
      'next-of-last',
      'nothing follows the last generation',
      'CORRUPT',
      put(5, '03'),
      put32(54, LIMIT.generation),
      put32(90, 1),
    ],
    ['all-flags', 'all flags that this version knows', undefined, put(5, '1f'), put32(90, 3), put(126, '01')],
    ['erasing-alone', 'neither cur nor next, but erasing', undefined, put(5, '08'), put(54, '00'.repeat(36))],
    [
      'next-alone',
      'next without cur is the first generation',
      undefined,
      put(5, '02'),
      put(54, '00'.repeat(36)),
      put32(90, 1),
    ],
    ['cur-2^31', 'negative if it were signed', undefined, put32(54, 0x8000_0000)],
    ['cur-last', 'the last generation', undefined, put32(54, LIMIT.generation)],
    [
      'next-last',
      'the last generation, to come',
      undefined,
      put(5, '03'),
      put32(54, LIMIT.generation - 1),
      put32(90, LIMIT.generation),
    ],
    ['attempts-255', 'negative if it were signed', undefined, put(5, '05'), put(126, 'ff')],
    ['delay-2^53-1', 'the largest time', undefined, put(126, '01'), put(127, '001fffffffffffff')],
    ['keys-0', 'no key slots', undefined, { op: 'replace', at: 135, length: 9, hex: '00' }],
    [
      'keys-8',
      'as many key slots as this version knows',
      undefined,
      { op: 'replace', at: 135, length: 9, hex: `08${ascending(8)}` },
    ],
    [
      'dead-4',
      'as many dead slots as this version knows',
      undefined,
      { op: 'replace', at: 144, length: 1, hex: `04${ascending(4)}` },
    ],
    [
      'keys-unsigned',
      'ascending as unsigned bytes',
      undefined,
      { op: 'replace', at: 135, length: 9, hex: `02${'7f'.repeat(8)}${'80'.repeat(8)}` },
    ],
    [
      'keys-third',
      'after the first, but not after the one before',
      'CORRUPT',
      { op: 'replace', at: 135, length: 9, hex: `03${'01'.repeat(8)}${'03'.repeat(8)}${'02'.repeat(8)}` },
    ],
    ['fmt-before-flags', 'a future version, before an unknown flag', 'UNSUPPORTED_FORMAT', put(4, '02ff')],
    ['resets-before-cur', 'nextResets alone, and an anchor of nothing', 'CORRUPT', put(5, '10')],
    ['count-before-tag', 'too many key slots, and no tag', 'UNSUPPORTED_FORMAT', { op: 'replace', at: 135, hex: '09' }],
  ];
  const single = rows.map(([id, why, error, ...edits]) => ({
    id: `parse-${id}`,
    why,
    level: 'parse',
    base: 'settled',
    edits,
    expect: error === undefined ? {} : { error },
  }));
  const cut = {
    id: 'parse-truncate',
    why: 'cut at every length',
    level: 'parse',
    base: 'settled',
    truncate: [0, LENGTH - 1],
    expect: { error: 'CORRUPT' },
  };
  return [...single, cut];
}

/** One bit of every byte, loaded with the right envelope: never an attempt, never a vault. */
function flips() {
  // Nine key slots at 135: a later version may have them.
  const errorAt = (at: number) => (at === 4 || at === 135 ? 'UNSUPPORTED_FORMAT' : 'CORRUPT');
  return Array.from({ length: LENGTH }, (_, at) => ({
    id: `flip-${String(at).padStart(3, '0')}`,
    why: 'a changed bit is refused, by a rule or by the tag',
    level: 'load',
    base: 'settled',
    edits: [flip(at)],
    envelope: 'generation-2',
    expect: { error: errorAt(at) },
  }));
}

async function loadCases(story: Story) {
  const { anchor, digests } = story;
  const other = (name: string) => story.others.get(name)?.ref;
  const keeping = other('keeps');
  const ref = (generation: number) => ({ generation, digest: digests[generation - 1] ?? new Uint8Array(32) });
  const during = { ...anchor, cur: ref(2), next: ref(3) };
  const creating = { ...anchor, cur: undefined, next: ref(1) };
  const foreign = { ...anchor, vaultId: new Uint8Array(16).fill(9) };
  const rows: readonly (readonly [
    id: string,
    why: string,
    anchor: Anchor | undefined,
    envelope: string | undefined,
    expect: object,
  ])[] = [
    ['absent', 'neither: definitely nothing', undefined, undefined, { error: 'NOT_FOUND' }],
    ['current', 'the current envelope', anchor, 'generation-2', { generation: 2, writes: 0 }],
    ['older', 'rollback of the envelope alone', anchor, 'generation-1', { error: 'ROLLED_BACK' }],
    ['newer', 'an envelope that the anchor never announced', anchor, 'generation-3', { error: 'ROLLED_BACK' }],
    ['no-anchor', 'an envelope without an anchor', undefined, 'generation-2', { error: 'ROLLED_BACK' }],
    [
      'no-envelope',
      'an anchor without its envelope is not "nothing stored"',
      anchor,
      undefined,
      { error: 'ROLLED_BACK' },
    ],
    [
      'before-rename',
      'killed between anchor.next and rename: the old one',
      during,
      'generation-2',
      { generation: 2, writes: 1 },
    ],
    [
      'after-rename',
      'killed between rename and anchor.cur: the new one',
      during,
      'generation-3',
      { generation: 3, writes: 1 },
    ],
    [
      'before-rename-resets',
      'a new passcode that did not make it: the attempts stay',
      { ...during, nextResets: true, attempts: 2, delayStart: 5 },
      'generation-2',
      { generation: 2, writes: 1, attempts: 2 },
    ],
    [
      'after-rename-resets',
      'a new passcode that did: no attempts yet',
      { ...during, nextResets: true, attempts: 2, delayStart: 5 },
      'generation-3',
      { generation: 3, writes: 1 },
    ],
    [
      'after-rename-keeps',
      'new values only: the attempts stay',
      { ...during, attempts: 2, delayStart: 5 },
      'generation-3',
      { generation: 3, writes: 1, attempts: 2 },
    ],
    ['during-older', 'while writing, an older one is still refused', during, 'generation-1', { error: 'ROLLED_BACK' }],
    [
      'creating',
      'killed while creating, before the rename: nothing was stored',
      creating,
      undefined,
      { error: 'NOT_FOUND', writes: 1, destroyed: anchor.keySlots.map(hex) },
    ],
    ['created', 'killed while creating, after the rename', creating, 'generation-1', { generation: 1, writes: 1 }],
    [
      'erasing',
      'killed while erasing: it is finished',
      { ...anchor, erasing: true },
      'generation-2',
      { error: 'NOT_FOUND', writes: 0, destroyed: anchor.keySlots.map(hex) },
    ],
    [
      'erasing-late',
      'killed while erasing, the envelope already gone',
      { ...anchor, erasing: true },
      undefined,
      { error: 'NOT_FOUND', writes: 0, destroyed: anchor.keySlots.map(hex) },
    ],
    [
      'other-scope-of-both',
      'anchor and envelope fit each other, and are of another scope',
      { ...anchor, scope: ELSEWHERE, cur: other('elsewhere') },
      'elsewhere',
      { error: 'SCOPE_MISMATCH' },
    ],
    [
      'other-scope-erasing',
      'what another scope began to erase is not erased here',
      { ...anchor, scope: ELSEWHERE, erasing: true },
      'generation-2',
      { error: 'SCOPE_MISMATCH' },
    ],
    ['other-vault', 'the anchor of another vault of this scope', foreign, 'generation-2', { error: 'ROLLED_BACK' }],
    [
      'other-scope',
      'an anchor of another scope under our key',
      { ...anchor, scope: ELSEWHERE },
      'generation-2',
      { error: 'SCOPE_MISMATCH' },
    ],
    [
      'keys-left',
      'killed before the keys of former slots were destroyed: they are destroyed, then forgotten',
      { ...anchor, keySlots: [new Uint8Array(8), ...anchor.keySlots, new Uint8Array(8).fill(255)] },
      'generation-2',
      { generation: 2, writes: 1, destroyed: ['0000000000000000', 'ffffffffffffffff'] },
    ],
    [
      'keys-left-by-commit',
      'killed right after the rename: settled first, then the keys',
      { ...during, keySlots: [...anchor.keySlots, new Uint8Array(8).fill(255)] },
      'generation-3',
      { generation: 3, writes: 2, destroyed: ['ffffffffffffffff'] },
    ],
    [
      'keys-missing',
      'a slot whose id the list lacks: nothing to repair, and its keys stay',
      { ...anchor, keySlots: [] },
      'generation-2',
      { generation: 2, writes: 0 },
    ],
    [
      'keys-left-missing',
      'what is removed from the list is removed, and nothing is added to it',
      { ...anchor, keySlots: [new Uint8Array(8)] },
      'generation-2',
      { generation: 2, writes: 1, destroyed: ['0000000000000000'] },
    ],
    [
      'dead-left',
      'killed right after the rename: dead slots that the new envelope has not are forgotten',
      { ...during, deadSlots: [new Uint8Array(8).fill(255)] },
      'generation-3',
      { generation: 3, writes: 1, dead: [] },
    ],
    [
      'dead-kept',
      'without a commit, the list of dead slots is nothing to repair',
      { ...anchor, deadSlots: [new Uint8Array(8).fill(255)] },
      'generation-2',
      { generation: 2, writes: 0, dead: ['ffffffffffffffff'] },
    ],
    [
      'pending',
      'killed during an attempt: it counts, and the delay begins',
      { ...anchor, attempts: 3, pending: true },
      'generation-2',
      { generation: 2, writes: 1, attempts: 3 },
    ],
    [
      'pending-last',
      'killed during the last attempt: erased',
      { ...anchor, attempts: 5, pending: true },
      'generation-2',
      { error: 'TOO_MANY_ATTEMPTS', writes: 1, destroyed: anchor.keySlots.map(hex) },
    ],
    [
      'pending-last-keeps',
      'killed during the last attempt, and not configured to erase: it failed, and the delay begins',
      { ...anchor, cur: keeping, attempts: 5, pending: true },
      'keeps',
      { generation: 3, writes: 1, attempts: 5 },
    ],
    [
      'at-limit',
      'all attempts used up, none pending: loading erases nothing',
      { ...anchor, attempts: 5, delayStart: 7 },
      'generation-2',
      { generation: 2, writes: 0, attempts: 5 },
    ],
    [
      'resets-pending',
      'a new passcode that made it while an attempt was pending: no attempts, and none pending',
      { ...during, nextResets: true, attempts: 2, pending: true, delayStart: 5 },
      'generation-3',
      { generation: 3, writes: 1 },
    ],
    [
      'digest-of-other',
      "cur's digest under next's generation: accepted is a pair, not a digest",
      { ...anchor, cur: keeping && { ...keeping, generation: 1 }, next: ref(2) },
      'keeps',
      { error: 'ROLLED_BACK' },
    ],
    [
      'pending-rolled-back',
      'a rolled-back envelope is reported before the attempt is judged',
      { ...anchor, attempts: 5, pending: true },
      'generation-1',
      { error: 'ROLLED_BACK' },
    ],
    [
      'pending-settled',
      'killed right after the rename, with an attempt pending: both are repaired, the commit first',
      { ...during, attempts: 3, pending: true },
      'generation-3',
      { generation: 3, writes: 2, attempts: 3 },
    ],
    [
      'pending-dead',
      'killed during an attempt: both lists stay as they are',
      { ...anchor, attempts: 3, pending: true, deadSlots: [new Uint8Array(8), new Uint8Array(8).fill(255)] },
      'generation-2',
      { generation: 2, writes: 1, attempts: 3, dead: ['0000000000000000', 'ffffffffffffffff'] },
    ],
    [
      'pending-keys',
      'killed during an attempt, with keys left of former slots: the attempt first',
      { ...anchor, attempts: 1, pending: true, keySlots: [...anchor.keySlots, new Uint8Array(8).fill(255)] },
      'generation-2',
      { generation: 2, writes: 2, attempts: 1, destroyed: ['ffffffffffffffff'] },
    ],
    [
      'pending-last-keys',
      'killed during the last attempt: the keys of all slots go, also of former ones',
      { ...anchor, attempts: 5, pending: true, keySlots: [...anchor.keySlots, new Uint8Array(8).fill(255)] },
      'generation-2',
      { error: 'TOO_MANY_ATTEMPTS', writes: 1, destroyed: [...anchor.keySlots.map(hex), 'ffffffffffffffff'] },
    ],
    [
      'pending-last-empty',
      'killed during the last attempt, of a vault without values',
      { ...anchor, cur: ref(1), attempts: 5, pending: true },
      'generation-1',
      { error: 'TOO_MANY_ATTEMPTS', writes: 1, destroyed: anchor.keySlots.map(hex) },
    ],
    [
      'dead-of-envelope',
      'killed right after the rename: a dead slot that the new envelope still has stays dead',
      { ...during, deadSlots: anchor.keySlots },
      'generation-3',
      { generation: 3, writes: 1, dead: anchor.keySlots.map(hex) },
    ],
    [
      'changed-next',
      "next's generation, but other bytes: damage, not a rollback",
      during,
      'keeps',
      { error: 'CORRUPT' },
    ],
    [
      'many-allowed',
      'more than 127 attempts, of more that are allowed: numbers are unsigned',
      { ...anchor, cur: other('many'), attempts: 130, pending: true },
      'many',
      { generation: 3, writes: 1, attempts: 130 },
    ],
    [
      'many-used',
      'all of 200 attempts',
      { ...anchor, cur: other('many'), attempts: 200, pending: true },
      'many',
      { error: 'TOO_MANY_ATTEMPTS', writes: 1, destroyed: anchor.keySlots.map(hex) },
    ],
    [
      'last-generation',
      'the last generation of all: nothing follows, and nothing overflows',
      { ...anchor, cur: other('last') },
      'last',
      { generation: LIMIT.generation, writes: 0 },
    ],
  ];
  const cases = await Promise.all(
    rows.map(async ([id, why, of, envelope, expect]) => ({
      id: `load-${id}`,
      why,
      level: 'load',
      base: 'settled',
      ...(of ? { anchor: hex(await sealed(story, of)) } : { anchor: null }),
      ...(envelope ? { envelope } : {}),
      expect,
    })),
  );
  const settled = { level: 'load', base: 'settled', envelope: 'generation-2', anchorKey: null };
  const withoutKey = [
    {
      id: 'load-key-missing',
      why: 'the anchor key is not on this device',
      ...settled,
      expect: { error: 'KEY_MISSING' },
    },
    {
      id: 'load-key-missing-erasing',
      why: 'what nobody can authenticate finishes no erasure',
      ...{ ...settled, edits: [put(5, '09')], expect: { error: 'KEY_MISSING' } },
    },
  ];
  return [...cases, ...withoutKey, ...(await formerCases(story)), ...changedEnvelopes(story)];
}

/** Where both records are in two stores: the envelope before the stored one may be the one that the anchor names. */
async function formerCases(story: Story) {
  const { anchor, digests } = story;
  const ref = (generation: number) => ({ generation, digest: digests[generation - 1] ?? new Uint8Array(32) });
  const rows: readonly FormerRow[] = [
    {
      id: 'lost-anchor-writes',
      why: 'the anchor lost the last commit: the envelope before it is the current one',
      ...{ envelope: 'generation-3', former: 'generation-2', expect: { generation: 2, writes: 0 } },
    },
    {
      id: 'lost-anchor-cur',
      why: 'the anchor lost only its last write: the new envelope is there',
      ...{ anchor: { ...anchor, cur: ref(2), next: ref(3) }, envelope: 'generation-3', former: 'generation-2' },
      expect: { generation: 3, writes: 1 },
    },
    {
      id: 'lost-envelope',
      why: 'only the former one is left, and the anchor names it',
      ...{ former: 'generation-2', expect: { generation: 2, writes: 0 } },
    },
    {
      id: 'neither',
      why: 'the anchor names neither: the error is that of the stored one',
      ...{ envelope: 'generation-1', former: 'generation-1', expect: { error: 'ROLLED_BACK' } },
    },
    {
      id: 'stored-first',
      why: 'the stored one is named: the former one is not looked at',
      ...{ envelope: 'generation-2', former: 'generation-1', expect: { generation: 2, writes: 0 } },
    },
    {
      id: 'erasing',
      why: 'killed while erasing: both go',
      ...{ anchor: { ...anchor, erasing: true }, envelope: 'generation-3', former: 'generation-2' },
      expect: { error: 'NOT_FOUND', writes: 0, destroyed: anchor.keySlots.map(hex) },
    },
  ];
  return Promise.all(
    rows.map(async ({ id, why, anchor: of = anchor, envelope, former, expect }) => ({
      ...{ id: `former-${id}`, why, level: 'load', base: 'settled', anchor: hex(await sealed(story, of)) },
      ...(envelope ? { envelope } : {}),
      ...{ former, expect },
    })),
  );
}

/** The right anchor, a changed envelope: told apart from a wrong passcode before anything is counted. */
function changedEnvelopes({ envelopes }: Story) {
  const rows: readonly (readonly [id: string, why: string, error: string, edit: Edit])[] = [
    ['iterations', 'a changed iteration count, within the range: not a wrong passcode', 'CORRUPT', flip(79)],
    ['wrapped', 'a changed slot: not a wrong passcode', 'CORRUPT', flip(127)],
    ['ciphertext', 'a changed payload', 'CORRUPT', flip(191)],
    ['vault-id', 'a changed vaultId', 'ROLLED_BACK', flip(6)],
    ['generation', 'a changed generation', 'ROLLED_BACK', flip(58)],
    ['scope', 'a changed scope', 'SCOPE_MISMATCH', flip(22)],
    [
      'scope-and-vault-id',
      'both changed: the scope is judged first',
      'SCOPE_MISMATCH',
      { op: 'xor', at: 21, hex: '0101' },
    ],
    ['fmt', 'a future envelope', 'UNSUPPORTED_FORMAT', put(4, '02')],
  ];
  return rows.map(([id, why, error, edit]) => ({
    id: `envelope-${id}`,
    why,
    level: 'load',
    base: 'settled',
    envelopeHex: hex(applyEdits(envelopes[1] ?? new Uint8Array(0), [edit])),
    expect: { error },
  }));
}
