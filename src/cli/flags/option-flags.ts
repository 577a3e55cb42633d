import { type Command, Option as Flag } from 'commander';
import { catalog, flagName } from '../../options/catalog/catalog.ts';
import { groups, printedDefault, type AnyOption } from '../../options/option.ts';
import type { Written } from '../../options/options.ts';

/**
 * Adds a flag for every option; a boolean gets its `--no-` form too, and lists may be given piece by piece.
 * @param isShown whether the help has it
 */
export function addOptionFlags(program: Command, isShown: (option: AnyOption) => boolean = () => true): Command {
  for (const option of catalog) {
    for (const flag of flagsFor(option)) program.addOption(isShown(option) ? flag : flag.hideHelp());
  }
  return program;
}

function flagsFor(option: AnyOption): Flag[] {
  const { key, kind, group } = option;
  const name = flagName(key);
  const help = describe(option);
  const heading = `${groups[group]}:`;
  if (kind.name === 'boolean') {
    return [new Flag(`--${name}`, help).helpGroup(heading), new Flag(`--no-${name}`).hideHelp()];
  }
  const flag = new Flag(`--${name} ${kind.placeholder}`, help).helpGroup(heading);
  return [kind.name === 'list' || kind.name === 'fields' ? flag.argParser(join) : flag];
}

/** The values where the flag itself doesn't name them, and the default where it is the same in every app. */
function describe(option: AnyOption): string {
  const { kind, help } = option;
  const values = kind.schema['enum'];
  const listed = Array.isArray(values) && !values.every((value) => kind.placeholder.includes(String(value)));
  const standard = printedDefault(option);
  const choices = listed ? `: ${values.join(', ')}` : '';
  if (standard === undefined || standard === '') return `${help}${choices}`;
  if (kind.name === 'boolean') return `${help} (default: ${standard === 'true' ? 'yes' : 'no'})`;
  return `${help}${choices} (default: ${standard})`;
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
