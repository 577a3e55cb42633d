import { diff3Merge } from 'node-diff3';
import { conflictMarkers } from '../text/conflict-markers.ts';
import type { OnConflict } from './conflict-choices.ts';

/** Three versions of one file: the user's, what we rendered last time, and what we render now. */
export interface Versions {
  readonly mine: string;
  /** Absent where it is lost: then everything that differs is a conflict. */
  readonly base: string | undefined;
  readonly theirs: string;
}

/**
 * Both sides' changes in one text. Where they clash: the user's lines, ours, or both between markers.
 * @returns `undefined` for a clash that nobody decided
 */
export function mergeTexts({ mine, base, theirs }: Versions, onConflict: OnConflict): string | undefined {
  if (mine === theirs) return mine;
  const regions =
    base === undefined
      ? [{ conflict: { a: lines(mine), b: lines(theirs) } }]
      : diff3Merge(lines(mine), lines(base), lines(theirs), { excludeFalseConflicts: true }).map(sideBySide);
  if (onConflict === 'abort' && regions.some(({ conflict }) => conflict)) return undefined;
  return regions
    .flatMap((region) => ('ok' in region ? (region.ok ?? []) : decided(region.conflict, onConflict)))
    .join('\n');
}

type Region = ReturnType<typeof diff3Merge<string>>[number];

/** Lines that one side added right before or behind what the other side changed are no clash: both stay, in that order. */
function sideBySide(region: Region): Region {
  if (region.conflict === undefined) return region;
  const { a, o, b } = region.conflict;
  const ok = besideChange(o, a, b) ?? besideChange(o, b, a);
  return ok === undefined ? region : { ok };
}

/** `undefined` where the one side did more than to add lines, or where there is nothing that tells before from behind. */
function besideChange(base: string[], added: string[], changed: string[]): string[] | undefined {
  const more = added.length - base.length;
  if (base.length === 0 || more <= 0) return undefined;
  if (isSame(added.slice(more), base)) return [...added.slice(0, more), ...changed];
  if (isSame(added.slice(0, -more), base)) return [...changed, ...added.slice(-more)];
  return undefined;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((line, index) => line === others[index]);
}

/** Code with these in it doesn't compile, so that nobody overlooks them. */
export function markerLine(text: string): number | undefined {
  const index = lines(text).findIndex((line) => line.startsWith('<<<<<<< '));
  return index === -1 ? undefined : index + 1;
}

interface Clash {
  readonly a: string[];
  readonly b: string[];
}

function decided(clash: Clash | undefined, onConflict: OnConflict): string[] {
  if (!clash) return [];
  if (onConflict === 'keep') return clash.a;
  if (onConflict === 'theirs') return clash.b;
  return [conflictMarkers.yours, ...clash.a, conflictMarkers.between, ...clash.b, conflictMarkers.ours];
}

const lines = (text: string): string[] => text.split('\n');
