/* eslint-disable no-console -- what it finds is what it is for */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fastSubtle } from './fast-subtle.ts';
import type { Mutant } from './instrument.ts';
import { buildJudges } from './judges.ts';
import { Court } from './run-judges.ts';

type Row = Omit<Mutant, 'line'> & { readonly why: string };

interface Table {
  /** Below src/core: whose mutants are tried. */
  readonly folders: readonly string[];
  /** Of so many mutants one is tried, unless all are. */
  readonly sample: number;
  readonly equivalent: readonly Row[];
}

interface Options {
  readonly plugin: string;
  /** Instead of those of the table. */
  readonly folders: readonly string[];
  readonly isWhole: boolean;
  /** Prints rows for the table. */
  readonly lists: boolean;
}

/** Each mutant that no test kills must be in the table, with the reason. @returns the exit code */
export async function mutateCore({ plugin, folders, isWhole, lists }: Options): Promise<0 | 1> {
  const start = performance.now();
  const table = JSON.parse(await readFile(join(plugin, 'tests/mutants/core-mutants.json'), 'utf8')) as Table;
  Object.defineProperty(globalThis.crypto, 'subtle', { value: fastSubtle });
  const asked = folders.length > 0 ? folders : table.folders;
  const judges = await buildJudges(plugin, asked);
  const court = new Court(judges);
  await court.look();

  const { mutants } = judges;
  const listed = new Set(table.equivalent.map(nameOf));
  const tried = [...mutants.entries()].filter(([id]) => isWhole || id % table.sample === 0);
  const survivors: Mutant[] = [];
  for (const [id, mutant] of tried) if ((await court.kill(id)) === undefined) survivors.push(mutant);

  const unlisted = survivors.filter((mutant) => !listed.has(nameOf(mutant)));
  for (const mutant of unlisted) console.log(`survives: ${told(mutant)}`);
  const stale = staleRows(table.equivalent, { asked, mutants, tried: tried.map(([, mutant]) => mutant), survivors });
  for (const row of stale) console.log(row);
  if (lists)
    console.log(
      JSON.stringify(
        unlisted.map((mutant) => ({ ...mutant, line: undefined, why: '' })),
        null,
        2,
      ),
    );
  console.error(`${((performance.now() - start) / 1000).toFixed(1)} s, ${String(court.cases.length)} cases`);
  const counts = [
    `${String(mutants.length)} mutants`,
    `${String(tried.length)} tried`,
    `${String(tried.length - survivors.length)} killed`,
    `${String(survivors.length - unlisted.length)} listed`,
    `${String(unlisted.length)} not listed`,
  ];
  console.log(counts.join(', '));
  return unlisted.length > 0 || stale.length > 0 ? 1 : 0;
}

interface Found {
  readonly asked: readonly string[];
  readonly mutants: readonly Mutant[];
  readonly tried: readonly Mutant[];
  readonly survivors: readonly Mutant[];
}

/** A table that says more than is so hides the next gap. */
function staleRows(rows: readonly Row[], { asked, mutants, tried, survivors }: Found): readonly string[] {
  const names = (of: readonly Mutant[]) => new Set(of.map(nameOf));
  const [all, asTried, asSurvived] = [names(mutants), names(tried), names(survivors)];
  return rows
    .filter(({ file }) => asked.some((folder) => file.startsWith(`${folder}/`)))
    .flatMap((row) => {
      const name = nameOf(row);
      const text = told({ ...row, line: 0 });
      if (row.why.length < 10) return [`listed without a reason: ${text}`];
      if (!all.has(name)) return [`listed, but not there any more: ${text}`];
      return asTried.has(name) && !asSurvived.has(name) ? [`listed, but killed: ${text}`] : [];
    });
}

function nameOf(mutant: Omit<Mutant, 'line'>): string {
  return [mutant.file, mutant.in, mutant.replace, mutant.by].join('\n');
}

function told(mutant: Mutant): string {
  return `${mutant.file}.ts:${String(mutant.line)} ${mutant.in}\n    - ${mutant.replace}\n    + ${mutant.by}`;
}
