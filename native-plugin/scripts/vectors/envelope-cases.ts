import { combinationCases } from './combination-cases.ts';
import { envelopeBases, type EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { flipCases } from './flip-cases.ts';
import { forgedCases } from './forged-cases.ts';
import { openCases } from './open-cases.ts';
import { structureCases } from './structure-cases.ts';
import type { VectorFile } from './vector-file.ts';

/** FORMAT.md §4 to §6. */
export async function envelopeCases(): Promise<VectorFile> {
  const list = await envelopeBases();
  const bases = new Map(list.map((base) => [base.name, base]));
  const single = bases.get('passcode');
  if (!single) throw new Error('no base passcode');
  return {
    file: 'envelopes.json',
    about: 'Envelopes: what parses, what opens, and the one error of what does not. README.md defines the fields.',
    bases: list,
    cases: [
      ...(await openCases(bases)),
      ...(await forgedCases(single)),
      ...flipCases(single),
      ...truncationCases(list),
      ...structureCases(bases),
      ...combinationCases(single),
    ],
  };
}

function truncationCases(bases: readonly EnvelopeBase[]): readonly EnvelopeCase[] {
  return bases.map((base) => ({
    id: `truncate-${base.name}`,
    why: 'cut at every length',
    level: 'parse',
    base: base.name,
    truncate: [0, base.hex.length / 2 - 1] as const,
    expect: { error: 'CORRUPT' },
  }));
}
