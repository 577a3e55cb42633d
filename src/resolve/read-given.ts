import { catalog } from '../options/catalog/catalog.ts';
import { closest } from '../options/closest.ts';
import type { Misunderstood, Parsed } from '../options/kinds.ts';
import type { AnyOption } from '../options/option.ts';
import { origins, type OptionKey, type Provenance } from '../options/options.ts';
import { shortened } from '../options/shortened.ts';
import type { Source, Sources } from '../options/sources.ts';

/** Values that were written and understood, each from its strongest source. */
export type Given = Readonly<Partial<Record<OptionKey, { readonly value: unknown; readonly origin: Provenance }>>>;

interface ReadGiven {
  readonly given: Given;
  /** Options with a value that was not understood. */
  readonly bad: readonly OptionKey[];
  readonly problems: readonly string[];
}

/** Each source's values are read even where a stronger one wins: a bad value in the file is said now, not later. */
export function readGiven(sources: Sources): ReadGiven {
  const given: Partial<Record<OptionKey, { value: unknown; origin: Provenance }>> = {};
  const bad: OptionKey[] = [];
  const problems: string[] = [];
  for (const { origin, source } of inOrder(sources)) {
    problems.push(...(source.problems ?? []), ...unknownKeys(source));
    for (const option of catalog) {
      if (!Object.hasOwn(source.values, option.key)) continue;
      const raw = source.values[option.key];
      const parsed = read(option, source, raw);
      if ('value' in parsed) given[option.key] ??= { value: parsed.value, origin };
      else {
        bad.push(option.key);
        problems.push(`${source.place(option.key)}: ${describe(raw, parsed)}`);
      }
    }
  }
  return { given, bad, problems };
}

/** Strongest first. */
function inOrder(sources: Sources): { origin: Provenance; source: Source }[] {
  return origins.flatMap((origin) => {
    const source = origin === 'detected' || origin === 'default' ? undefined : sources[origin];
    return source === undefined ? [] : [{ origin, source }];
  });
}

function read({ kind }: AnyOption, { isJson }: Source, raw: unknown): Parsed<unknown> {
  return isJson ? kind.parseJson(raw) : kind.parse(raw);
}

/** `"BiometricAnd" is not one of …; did you mean BiometricAndPasscode?` */
function describe(raw: unknown, { problem, part = raw, suggestion }: Misunderstood): string {
  const meant = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
  return `${shortened(JSON.stringify(part))} is not ${problem}${meant}`;
}

function unknownKeys({ values, place }: Source): string[] {
  const known: readonly string[] = catalog.map(({ key }) => key);
  return Object.keys(values)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = closest(key, known);
      return `${place(key)}: there is no option ${shortened(JSON.stringify(key))}${near === undefined ? '' : `; did you mean ${near}?`}`;
    });
}
