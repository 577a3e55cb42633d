import type { Project } from '../model/project.ts';
import { optionsFor } from '../options/catalog/catalog.ts';
import type { Options } from '../options/options.ts';
import type { Given } from './read-given.ts';
import type { Filled } from './resolved.ts';

/** A value for every option that has one: what was given, else what the app says, else the default. */
export function fill(given: Given, project: Project): Filled {
  const values = Object.entries(given).map(([key, { value }]) => [key, value] as const);
  const context = { project, given: Object.fromEntries(values) as Partial<Options> };
  const filled = optionsFor(project).map((option) => ({
    key: option.key,
    ...(given[option.key] ?? option.fallback(context)),
  }));
  const known = filled.filter(({ value }) => value !== undefined);
  return {
    options: Object.fromEntries(known.map(({ key, value }) => [key, value])) as unknown as Options,
    provenance: Object.fromEntries(filled.map(({ key, origin }) => [key, origin])) as Filled['provenance'],
    guessed: filled.filter((one) => 'isGuess' in one && one.isGuess).map(({ key }) => key),
  };
}
