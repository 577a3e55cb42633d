import { CliError } from '../errors.ts';
import type { Note, Project } from '../types.ts';
import { catalog, flagName } from './catalog.ts';
import { checkTogether, notesOn } from './check-together.ts';
import { closest } from './closest.ts';
import type { Parsed } from './kinds.ts';
import type { AnyOption } from './option.ts';
import { origins, type OptionKey, type Options, type Provenance } from './options.ts';
import type { Source, Sources } from './sources.ts';

export interface Resolved {
  readonly options: Options;
  readonly provenance: Readonly<Record<OptionKey, Provenance>>;
  /** What is allowed and still worth saying. */
  readonly notes: readonly Note[];
}

type Given = Readonly<Partial<Record<OptionKey, { readonly value: unknown; readonly origin: Provenance }>>>;

/**
 * Complete, validated options: prompt, flag, environment, answers, config, detected, default, in that order.
 * @throws CliError `USAGE` that lists every problem of every source.
 */
export function resolve(sources: Sources, project: Project): Resolved {
  const problems: string[] = [...unknownKeys(sources)];
  const given = readGiven(sources, problems);
  const options: Record<string, unknown> = {};
  const provenance: Partial<Record<OptionKey, Provenance>> = {};
  const context = { project, given: valuesOf(given) };
  for (const option of catalog) {
    const { value, origin } = given[option.key] ?? option.fallback(context);
    if (value !== undefined) options[option.key] = value;
    provenance[option.key] = origin;
  }
  const resolved = { options: options as unknown as Options, provenance: provenance as Resolved['provenance'] };
  if (problems.length === 0) problems.push(...checkTogether(resolved, project));
  if (problems.length > 0) throw usage(problems);
  return { ...resolved, notes: notesOn(resolved, project) };
}

/** Each source's values are read even when a stronger one wins: a bad value in the file is said now, not later. */
function readGiven(sources: Sources, problems: string[]): Given {
  const given: Partial<Record<OptionKey, { value: unknown; origin: Provenance }>> = {};
  for (const origin of [...origins].reverse()) {
    const source = sourceOf(sources, origin);
    if (!source) continue;
    for (const option of catalog) {
      const raw = source.values[option.key];
      if (raw === undefined) continue;
      const parsed: Parsed<unknown> = option.kind.parse(raw);
      if ('value' in parsed) given[option.key] = { value: parsed.value, origin };
      else problems.push(badValue(option, source, { raw, expected: parsed.problem }));
    }
  }
  return given;
}

function sourceOf(sources: Sources, origin: Provenance): Source | undefined {
  return origin === 'detected' || origin === 'default' ? undefined : sources[origin];
}

function valuesOf(given: Given): Partial<Options> {
  return Object.fromEntries(Object.entries(given).map(([key, { value }]) => [key, value]));
}

function badValue(
  { key, kind }: AnyOption,
  source: Source,
  { raw, expected }: { raw: unknown; expected: string },
): string {
  const choices = kind.schema['enum'];
  const near = Array.isArray(choices) && typeof raw === 'string' ? closest(raw, choices as string[]) : undefined;
  const suggestion = near === undefined ? '' : `; did you mean ${near}?`;
  return `${source.place(key)}: ${JSON.stringify(raw)} is not ${expected}${suggestion}`;
}

function unknownKeys(sources: Sources): string[] {
  const known: readonly string[] = catalog.map(({ key }) => key);
  return [sources.answers, sources.config].flatMap((source) =>
    Object.keys(source?.values ?? {})
      .filter((key) => !known.includes(key))
      .map((key) => {
        const near = closest(key, known);
        return `${source?.place(key) ?? key}: there is no option ${JSON.stringify(key)}${near === undefined ? '' : `; did you mean ${near}?`}`;
      }),
  );
}

function usage(problems: readonly string[]): CliError {
  const [first] = problems;
  return problems.length === 1
    ? new CliError('USAGE', first ?? '', { hint: 'Nothing was written.' })
    : new CliError('USAGE', `${String(problems.length)} values can't be used:`, {
        hint: `${problems.map((problem) => `- ${problem}`).join('\n')}\nNothing was written.`,
      });
}

/** The flag of an option, for hints. */
export function flagOf(key: OptionKey): string {
  return `--${flagName(key)}`;
}
