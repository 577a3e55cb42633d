import { resolve } from 'node:path';
import { CommanderError, type Command } from 'commander';
import { CliError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import type { CommandDeclaration } from './command-declaration.ts';
import { allFlags, createProgram } from './create-program.ts';
import type { Flag } from './flags/flag.ts';
import type { GeneralFlags } from './flags/general-flags.ts';
import { flagsOf } from './flags/option-flags.ts';
import { safeFlags } from './flags/safe-flags.ts';
import { refuseSwallowedFlags } from './flags/swallowed-flags.ts';
import type { Invocation } from './invocation.ts';
import { closest } from '../options/closest.ts';
import { refuseMisplaced } from './refuse-misplaced.ts';
import { wantsJson } from './wants-json.ts';

/** A command to carry out. */
interface AskedCommand<C> {
  readonly command: C;
  readonly invocation: Invocation;
}

/** Text for stdout (help, version) and nothing else to do. */
interface Printed {
  readonly text: string;
}

/** The flags and commands themselves, to be described for programs. */
interface DescribedProgram {
  readonly program: Command;
}

/** @throws CliError `USAGE` for anything that is not understood. */
export function readInvocation<C extends CommandDeclaration>(
  host: Host,
  commands: readonly C[],
): AskedCommand<C> | Printed | DescribedProgram {
  let printed = '';
  const program = createProgram(host.version, commands, commandOfHelp(host, commands)).configureOutput({
    writeOut: (text) => void (printed += text),
    writeErr: () => undefined,
  });
  refuseSwallowedFlags(host, program.options, commands);
  try {
    program.parse([...host.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw usage(error);
    return wantsJson(host) ? { program } : { text: printed };
  }
  if (program.getOptionValue('jsonHelp') === true) return { program };
  const command = commandOf(program, commands);
  refuseMisplaced(command, program, commands);
  return { command, invocation: toInvocation(program, host, allFlags(commands)) };
}

/** The command that help for a person is about; the document for programs is about all. */
function commandOfHelp<C extends CommandDeclaration>(host: Host, commands: readonly C[]): C | undefined {
  const { argv } = host;
  if (wantsJson(host) || !['-h', '--help'].some((flag) => argv.includes(flag))) return undefined;
  return commands.find(({ typed }) => typed !== '' && argv.includes(typed));
}

/** Key and type belong together by construction: both follow from the declarations of the flags. */
function toInvocation(program: Command, { cwd, env }: Host, flags: readonly Flag[]): Invocation {
  const values = flags.map((flag) => [flag.name, program.getOptionValue(flag.name) ?? unsaid(flag)] as const);
  const said = Object.fromEntries(values.filter(([, value]) => value !== undefined)) as unknown as GeneralFlags;
  return { ...said, cwd: resolve(cwd, said.cwd ?? '.'), flags: flagsOf(program), ...safeFlags(env) };
}

/** The value of a flag that was not given and has no default. */
function unsaid({ type }: Flag): unknown {
  if (type === 'boolean') return false;
  return type === 'list' ? [] : undefined;
}

function commandOf<C extends CommandDeclaration>(program: Command, commands: readonly C[]): C {
  const [typed = ''] = program.args;
  const command = commands.find((one) => one.typed === typed);
  if (!command) throw unknownCommand(typed, commands);
  if (typed !== '') return command;
  const isChosen = ({ chosenBy }: CommandDeclaration): boolean =>
    chosenBy !== undefined && program.getOptionValue(chosenBy) === true;
  return commands.find(isChosen) ?? command;
}

function unknownCommand(command: string, commands: readonly CommandDeclaration[]): CliError {
  const names = commands.map(({ typed }) => typed).filter((typed) => typed !== '');
  const meant = closest(command, names);
  return new CliError('USAGE', `There is no command "${command}".`, {
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}The commands are: (none) to set up or change, ${names.join(', ')}. A folder is named with --cwd.`,
  });
}

function usage(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error;
  return new CliError('USAGE', error.message.replace(/^error: /, ''), {
    hint: 'create-identity-vault --help lists the flags.',
  });
}
