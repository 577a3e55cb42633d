import { corrupt, unsupported } from '../ports/core-error.ts';
import { ANCHOR_MAGIC, type Anchor, type EnvelopeRef } from './anchor.ts';
import { ByteReader } from './byte-reader.ts';
import { compareBytes, isEqual, isZero, type Bytes } from './bytes.ts';
import { FMT } from './format-ids.ts';
import { LIMIT } from './format-limits.ts';

interface TaggedAnchor {
  readonly anchor: Anchor;
  /** What the tag authenticates. */
  readonly untagged: Bytes;
  readonly tag: Bytes;
}

/**
 * Reads an anchor, from left to right; the first violation is the result. Does not verify the tag.
 * @throws CoreError `CORRUPT`, `UNSUPPORTED_FORMAT`, as in FORMAT.md §8
 */
export function parseAnchor(bytes: Bytes): TaggedAnchor {
  const reader = new ByteReader(bytes);
  if (!isEqual(reader.take(4), ANCHOR_MAGIC)) throw corrupt('not an anchor');
  if (reader.u8() !== FMT) throw unsupported('another version of the anchor');
  const flags = reader.u8();
  if (flags > 31) throw unsupported('unknown flags of the anchor');
  const nextResets = (flags & 16) !== 0;
  if (nextResets && (flags & 2) === 0) throw corrupt('nextResets without a next');

  const vaultId = reader.take(16);
  const scope = reader.take(32);
  const cur = parseRef(reader, (flags & 1) !== 0);
  const next = parseNext(reader, { isPresent: (flags & 2) !== 0, cur });
  const attempts = parseAttempts(reader, (flags & 4) !== 0);
  const keySlots = parseSlotIds(reader, LIMIT.keySlots);
  const deadSlots = parseSlotIds(reader, LIMIT.deadSlots);
  const untagged = reader.taken();
  const tag = reader.take(32);
  if (reader.left > 0) throw corrupt('bytes after the tag');

  const erasing = (flags & 8) !== 0;
  if (!cur && !next && !erasing) throw corrupt('an anchor of nothing');
  return {
    anchor: { vaultId, scope, cur, next, nextResets, erasing, ...attempts, keySlots, deadSlots },
    untagged,
    tag,
  };
}

function parseRef(reader: ByteReader, isPresent: boolean): EnvelopeRef | undefined {
  const generation = reader.u32();
  if (isPresent !== (generation !== 0)) throw corrupt('generation and flag disagree');
  const digest = reader.take(32);
  if (!isPresent && !isZero(digest)) throw corrupt('an unused digest is not zero');
  return isPresent ? { generation, digest } : undefined;
}

interface NextContext {
  readonly isPresent: boolean;
  readonly cur: EnvelopeRef | undefined;
}

/** The generation is judged before the digest is taken, as FORMAT.md orders it. */
function parseNext(reader: ByteReader, { isPresent, cur }: NextContext): EnvelopeRef | undefined {
  const generation = reader.u32();
  if (isPresent !== (generation !== 0)) throw corrupt('generation and flag disagree');
  if (isPresent && generation !== (cur?.generation ?? 0) + 1) throw corrupt('next does not follow cur');
  const digest = reader.take(32);
  if (!isPresent && !isZero(digest)) throw corrupt('an unused digest is not zero');
  return isPresent ? { generation, digest } : undefined;
}

function parseAttempts(reader: ByteReader, pending: boolean): Pick<Anchor, 'attempts' | 'pending' | 'delayStart'> {
  const attempts = reader.u8();
  if (pending && attempts === 0) throw corrupt('a pending attempt that was not counted');
  const delayStart = reader.u64();
  if (delayStart > BigInt(Number.MAX_SAFE_INTEGER)) throw corrupt('time out of range');
  if (attempts === 0 && delayStart !== 0n) throw corrupt('a delay without attempts');
  return { attempts, pending, delayStart: Number(delayStart) };
}

function parseSlotIds(reader: ByteReader, most: number): readonly Bytes[] {
  const count = reader.u8();
  if (count > most) throw unsupported('more slot ids than this version knows');
  const ids: Bytes[] = [];
  while (ids.length < count) {
    const id = reader.take(8);
    const previous = ids.at(-1);
    if (previous && compareBytes(previous, id) >= 0) throw corrupt('slot ids not strictly ascending');
    ids.push(id);
  }
  return ids;
}
