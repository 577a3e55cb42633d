import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { commandLines, commands, type CommandName } from '../commands/commands.ts';
import { CliError } from '../model/errors.ts';
import { layOutHelp } from './help-layout.ts';
import type { Host } from '../model/host.ts';
import { conflictChoices, type OnConflict } from '../diff/conflict-choices.ts';
import { addOptionFlags, flagsOf } from './flags/option-flags.ts';
import type { Written } from '../options/options.ts';
import { safeFlags } from './flags/safe-flags.ts';
import { refuseSwallowedFlags } from './flags/swallowed-flags.ts';
import { refuseMisplaced } from './refuse-misplaced.ts';
import { wantsJson } from './wants-json.ts';

/** What was asked on the command line. */
export interface Invocation {
  readonly command: CommandName;
  readonly cwd: string;
  readonly yes: boolean;
  readonly input: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly install: boolean;
  readonly allowManual: boolean;
  readonly allowUnsupported: boolean;
  readonly answers?: string;
  /** `remove`: also files the user edited. */
  readonly force: boolean;
  readonly onConflict: OnConflict;
  /** Deleted files to write again, as they were typed. */
  readonly restore: readonly string[];
  /** `check`: notes fail it, too. */
  readonly strict: boolean;
  /** `check`: problems are also printed for this system to show beside the code. */
  readonly annotations?: 'github';
  readonly debug: boolean;
  /** The options given as flags, by key. */
  readonly flags: Written;
}

/** Text for stdout (help, version) and nothing else to do. */
export interface Printed {
  readonly text: string;
}

interface RawFlags {
  readonly cwd?: string;
  readonly yes?: boolean;
  readonly input: boolean;
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
  readonly install: boolean;
  readonly allowManual?: boolean;
  readonly allowUnsupported?: boolean;
  readonly answers?: string;
  readonly force?: boolean;
  readonly onConflict: OnConflict;
  readonly restore?: readonly string[];
  readonly strict?: boolean;
  readonly annotations?: 'github';
  readonly debug?: boolean;
  readonly jsonHelp?: boolean;
}

/** The flags and commands themselves, to be described for programs. */
export interface Described {
  readonly program: Command;
}

/** @throws CliError `USAGE` for anything that is not understood. */
export function readInvocation(host: Host): Invocation | Printed | Described {
  let printed = '';
  const program = createProgram(host.version).configureOutput({
    writeOut: (text) => void (printed += text),
    writeErr: () => undefined,
  });
  refuseSwallowedFlags(host, program.options);
  try {
    program.parse([...host.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw usage(error);
    return wantsJson(host) ? { program } : { text: printed };
  }
  if (program.opts<RawFlags>().jsonHelp === true) return { program };
  return { ...toInvocation(program, host), ...safeFlags(host.env) };
}

function createProgram(version: string): Command {
  const program = new Command('create-identity-vault')
    .description(
      `Gives the Ionic app in this folder an identity vault, or changes the one it has.\n\nCommands:\n${commandLines()}`,
    )
    .argument('[command]')
    .version(version, '-V, --version')
    .option('-C, --cwd <dir>', 'the app’s folder (default: the current one)')
    .option('-y, --yes', 'take detected values and defaults, ask nothing')
    .option('--no-input', 'never ask; a missing answer is an error (exit 4)')
    .option('--dry-run', 'print the plan as unified diffs and write nothing')
    .addOption(new Option('--check', 'the same as the command check').hideHelp())
    .option('--json', 'print exactly one JSON document on stdout')
    .option('--no-install', 'write files only; run no package manager and no Capacitor command')
    .option('--allow-manual', 'write the rest when a step is left for you')
    .option('--allow-unsupported', 'go on with a Capacitor, Ionic or RxJS older than 7')
    .option('--answers <file>', 'read options from a JSON file, or from stdin with -')
    .addOption(
      new Option('--on-conflict <choice>', 'where you and this run changed the same lines: write nothing, or decide')
        .choices([...conflictChoices])
        .default('abort'),
    )
    .option('--restore <path...>', 'write a generated file again that you deleted')
    .option('--strict', 'check: notes fail it, too (exit 2)')
    .addOption(new Option('--annotations <system>', 'check: mark the lines in a pull request').choices(['github']))
    .option('--force', 'remove: also take out files you edited')
    .option('--debug', 'show the stack of an error')
    .helpOption('-h, --help', 'show this help')
    .option('--json-help', 'print commands, flags and exit codes as one JSON document')
    .allowExcessArguments(false)
    .exitOverride();
  return layOutHelp(addOptionFlags(program));
}

function toInvocation(program: Command, host: Host): Invocation {
  const raw = program.opts<RawFlags>();
  const command = commandOf(program.args, raw);
  refuseMisplaced(command, program);
  return {
    command,
    cwd: resolve(host.cwd, raw.cwd ?? '.'),
    yes: raw.yes ?? false,
    input: raw.input,
    dryRun: raw.dryRun ?? false,
    json: raw.json ?? false,
    install: raw.install,
    allowManual: raw.allowManual ?? false,
    allowUnsupported: raw.allowUnsupported ?? false,
    force: raw.force ?? false,
    onConflict: raw.onConflict,
    restore: raw.restore ?? [],
    strict: raw.strict ?? false,
    ...(raw.annotations === undefined ? {} : { annotations: raw.annotations }),
    debug: raw.debug ?? false,
    flags: flagsOf(program),
    ...(raw.answers === undefined ? {} : { answers: raw.answers }),
  };
}

function commandOf([typed = '']: readonly string[], { check }: RawFlags): CommandName {
  const command = commands.find((one) => one.typed === typed);
  if (!command) throw unknownCommand(typed);
  return check === true && command.name === 'setup' ? 'check' : command.name;
}

function unknownCommand(command: string): CliError {
  const names = commands.map(({ typed }) => typed).filter((typed) => typed !== '');
  return new CliError('USAGE', `There is no command "${command}".`, {
    hint: `The commands are: (none) to set up or change, ${names.join(', ')}. A folder is named with --cwd.`,
  });
}

function usage(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error;
  return new CliError('USAGE', error.message.replace(/^error: /, ''), {
    hint: 'create-identity-vault --help lists the flags.',
  });
}
