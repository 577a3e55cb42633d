import { type Command, Option as Flag } from 'commander';
import { catalog, flagName } from './catalog.ts';
import type { AnyOption } from './option.ts';
import type { Written } from './options.ts';

/** Adds a flag for every option; a boolean gets its `--no-` form too. */
export function addOptionFlags(program: Command): Command {
  for (const option of catalog) for (const flag of flagsFor(option)) program.addOption(flag);
  return program;
}

function flagsFor({ key, kind, help }: AnyOption): Flag[] {
  const name = flagName(key);
  if (kind.name !== 'boolean') return [new Flag(`--${name} ${kind.placeholder}`, help)];
  return [new Flag(`--${name}`, help), new Flag(`--no-${name}`).hideHelp()];
}

/** The options given as flags. Commander sets defaults for `--no-` forms: only what was typed counts. */
export function flagsOf(program: Command): Written {
  const values: Readonly<Record<string, unknown>> = program.opts();
  const given = catalog.map(({ key }) => key).filter((key) => program.getOptionValueSource(key) === 'cli');
  return Object.fromEntries(given.map((key) => [key, values[key]]));
}
