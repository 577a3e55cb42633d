import type { Option as Flag } from 'commander';
import { basename, relative } from 'node:path';
import type { CommandDeclaration } from '../command-declaration.ts';
import { CliError } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import { quote } from '../../options/quote.ts';

type Started = Pick<Host, 'env' | 'argv' | 'cwd'>;

/** A flag that npm kept. */
interface Kept {
  readonly name: string;
  /** As it has to be typed; without a value where npm passed that on by itself. */
  readonly typed: string;
  /** What stands for the value that is missing. */
  readonly placeholder?: string;
}

/**
 * Flags that are npm’s as well, which may come from .npmrc: no reason to refuse a run. What they mean to us is safe to
 * go without, and said where it is missed.
 */
const alsoNpms = ['--yes', '--dry-run', '--json', '--version', '--verbose'];

/**
 * `npm create identity-vault --auth-mode=BiometricOnly` keeps the flag for itself; it arrives only as `npm_config_*`. A
 * run that would go on without it is refused, with the command that was meant.
 * @throws CliError `USAGE`
 * @see https://docs.npmjs.com/cli/commands/npm-init
 */
export function refuseSwallowedFlags(
  started: Started,
  flags: readonly Flag[],
  commands: readonly CommandDeclaration[],
): void {
  if (started.env['npm_command'] !== 'init') return;
  const { command, values, folder } = readArguments(started, commands);
  const isOurs = ({ name }: Kept): boolean => (name === '--force' ? takesForce(command) : !alsoNpms.includes(name));
  const kept = [...folder, ...flags.flatMap((flag) => keptFlag(flag, flags, started))];
  const refused = kept.filter(isOurs);
  if (refused.length === 0) return;
  const meant = kept.filter((one) => isOurs(one) || one.name !== '--force');
  throw new CliError('USAGE', `npm kept these flags for itself: ${refused.map(({ name }) => name).join(', ')}`, {
    hint: [
      'Put -- before them:',
      `  ${['npm create identity-vault --', ...(command === undefined ? [] : [command.typed]), ...typed(meant, values)].join(' ')}`,
      ...(basename(started.cwd) === strayFolder ? [`npm made an empty folder "${strayFolder}" here: delete it.`] : []),
    ].join('\n'),
  });
}

/** npm has a `--force` of its own. */
function takesForce(command: CommandDeclaration | undefined): boolean {
  return command?.flags.some(({ name }) => name === 'force') ?? false;
}

/** The flags with their values. Which value belongs to which flag is certain only where there is one of each. */
function typed(kept: readonly Kept[], values: readonly string[]): string[] {
  const missing = kept.filter(({ placeholder }) => placeholder !== undefined);
  const [value] = missing.length === 1 && values.length === 1 ? values : [];
  return kept.map(({ typed, placeholder }) => {
    if (placeholder === undefined) return typed;
    return `${typed}=${value === undefined ? placeholder : quote(value)}`;
  });
}

function keptFlag(flag: Flag, flags: readonly Flag[], { env }: Started): Kept[] {
  const name = flag.long ?? '';
  const value = env[`npm_config_${name.replace(/^--(no-)?/, '').replaceAll('-', '_')}`];
  if (value === undefined || isForm(flag, flags)) return [];
  if (flag.negate) return value === '' ? [{ name, typed: name }] : [];
  if (flag.required) return keptValue(name, value, flag.flags.replace(/^.* /, ''));
  if (value !== '') return [{ name, typed: name }];
  const negative = name.replace('--', '--no-');
  return flags.some(({ long }) => long === negative) ? [{ name: negative, typed: negative }] : [];
}

/** Is it the `--no-` form of another flag? Both arrive under one name. */
function isForm({ long, negate }: Flag, flags: readonly Flag[]): boolean {
  return negate && flags.some((other) => other.long === long?.replace('--no-', '--'));
}

/** npm takes `--lock-after 5` for a flag and an argument, and joins what is given several times by blank lines. */
function keptValue(name: string, value: string, placeholder: string): Kept[] {
  if (value === 'true') return [{ name, typed: name, placeholder }];
  const typed = value.split('\n\n').map((one) => `${name}=${quote(one)}`);
  return [{ name, typed: typed.join(' ') }];
}

/** `--cwd` is `-c -w -d` to npm: it makes a workspace named after what `-d` stands for, and runs us there. */
const strayFolder = '--loglevel';

interface Arguments {
  readonly command: CommandDeclaration | undefined;
  /** Values that lost their flags. */
  readonly values: readonly string[];
  /** The app’s folder, where npm took it for one of its own. */
  readonly folder: readonly Kept[];
}

function readArguments({ argv, cwd, env }: Started, commands: readonly CommandDeclaration[]): Arguments {
  const isStray = basename(cwd) === strayFolder;
  const rest = isStray && argv.includes('info') ? argv.toSpliced(argv.indexOf('info'), 1) : argv;
  const named = rest.find((word) => commands.some((command) => command.typed === word));
  const folder = isStray ? [{ name: '--cwd', typed: '--cwd', placeholder: '<dir>' }] : asPrefix(env, cwd);
  return {
    command: commands.find((command) => command.typed === named),
    values: rest.filter((word) => word !== named && !/^-./.test(word)),
    folder,
  };
}

/** `-C` is npm’s `--prefix`. Both prefixes are the same only then, and npm looks for a package above the folder alone. */
function asPrefix({ npm_config_prefix: prefix, npm_config_local_prefix: local }: Started['env'], cwd: string): Kept[] {
  if (prefix === undefined || prefix !== local || !relative(prefix, cwd).startsWith('..')) return [];
  return [{ name: '-C', typed: `-C ${quote(relative(cwd, prefix))}` }];
}
