import { type Command, Option as Flag } from 'commander';
import { catalog, flagName } from './catalog.ts';
import { groups, type AnyOption } from './option.ts';
import type { Written } from './options.ts';

/** Adds a flag for every option; a boolean gets its `--no-` form too, and lists may be given piece by piece. */
export function addOptionFlags(program: Command): Command {
  for (const option of catalog) for (const flag of flagsFor(option)) program.addOption(flag);
  return program;
}

function flagsFor({ key, kind, help, group }: AnyOption): Flag[] {
  const name = flagName(key);
  const heading = `${groups[group]}:`;
  if (kind.name === 'boolean') {
    return [new Flag(`--${name}`, help).helpGroup(heading), new Flag(`--no-${name}`).hideHelp()];
  }
  const flag = new Flag(`--${name} ${kind.placeholder}`, help).helpGroup(heading);
  return [kind.name === 'list' || kind.name === 'fields' ? flag.argParser(join) : flag];
}

/** `--api-origins a --api-origins b` means both: the first is never dropped silently. */
function join(value: string, earlier: unknown): string {
  return typeof earlier === 'string' ? `${earlier},${value}` : value;
}

/** The options given as flags. Commander sets defaults for `--no-` forms: only what was typed counts. */
export function flagsOf(program: Command): Written {
  const values: Readonly<Record<string, unknown>> = program.opts();
  const given = catalog.map(({ key }) => key).filter((key) => program.getOptionValueSource(key) === 'cli');
  return Object.fromEntries(given.map((key) => [key, values[key]]));
}
