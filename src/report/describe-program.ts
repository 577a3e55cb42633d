import type { Command, Option as Flag } from 'commander';
import { commands, type CommandName } from '../commands/commands.ts';
import { exitCodes, type ErrorCode } from '../model/errors.ts';
import { exitCodeMeanings } from '../model/exit-codes.ts';
import { flagCommands } from '../cli/flag-commands.ts';
import { catalog, variableName } from '../options/catalog.ts';
import type { AnyOption } from '../options/option.ts';
import { origins } from '../options/options.ts';
import type { ChoiceHelp, CommandHelp, ExitCodeHelp, FlagHelp } from './documents.ts';
import { print } from './json-report.ts';
import { schemaVersion } from './schema-version.ts';

/** The one document of `--json-help`: what the help says, for programs, from the same declarations. */
export function describeProgram(program: Command, version: string): string {
  return print({
    schemaVersion,
    ok: true,
    command: 'help',
    name: program.name(),
    version,
    commands: commands.map(describeCommand),
    flags: program.options.filter(({ hidden }) => !hidden).map((flag) => describeFlag(flag, program)),
    precedence: origins.filter((origin) => origin !== 'prompt'),
    exitCodes: Object.entries(exitCodeMeanings).map(([code, meaning]) => describeExitCode(Number(code), meaning)),
    schemas: {
      report: 'create-identity-vault/report.schema.json',
      config: 'capacitor-identity-vault/config.schema.json',
    },
    exitCode: 0,
  });
}

function describeCommand({ name, typed, summary, writes }: (typeof commands)[number]): CommandHelp {
  return { name, typed: ['create-identity-vault', typed].filter((word) => word !== '').join(' '), summary, writes };
}

function describeFlag(flag: Flag, { options }: Command): FlagHelp {
  const name = flag.long ?? '';
  const option = catalog.find(({ key }) => key === flag.attributeName());
  const negative = name.replace('--', '--no-');
  return {
    name,
    ...(flag.short === undefined ? {} : { alias: flag.short }),
    ...(options.some(({ long }) => long === negative) ? { negative } : {}),
    ...(flag.required ? { placeholder: flag.flags.replace(/^.* /, '') } : {}),
    ...(option ? describeOption(option) : describeOwn(flag)),
  };
}

type Described = Omit<FlagHelp, 'name' | 'alias' | 'negative' | 'placeholder'>;

function describeOption({ key, kind, help, consequence, choices, fallback, inConfig }: AnyOption): Described {
  const values = kind.name === 'choice' ? (kind.schema['enum'] as readonly string[]) : [];
  const { constant } = fallback;
  return {
    type: kind.name,
    ...(values.length === 0 ? {} : { choices: values.map((value) => choice(value, choices?.[value])) }),
    ...(constant === undefined ? {} : { default: (kind.toJson as (value: unknown) => unknown)(constant) }),
    isRepeatable: kind.name === 'list' || kind.name === 'fields',
    help,
    consequence,
    // Which app it is, every command has to know; the rest is in the configuration when the others run.
    commands: key === 'project' ? commandNames : ['setup', 'info'],
    variable: variableName(key),
    ...(inConfig ? { key } : {}),
    schema: kind.schema,
  };
}

function choice(value: string, meaning: string | undefined): ChoiceHelp {
  return meaning === undefined ? { value } : { value, meaning };
}

const commandNames: readonly CommandName[] = commands.map(({ name }) => name);

/** A flag that is no option of the vault: it says how the run goes. */
function describeOwn(flag: Flag): Described {
  const { argChoices = [], variadic, required, description, negate } = flag;
  const standard: unknown = negate ? undefined : flag.defaultValue;
  const type = argChoices.length > 0 ? 'choice' : variadic ? 'list' : required ? 'text' : 'boolean';
  return {
    type,
    ...(argChoices.length === 0 ? {} : { choices: argChoices.map((value) => ({ value })) }),
    ...(standard === undefined ? {} : { default: standard }),
    isRepeatable: variadic,
    help: description,
    commands: flagCommands[flag.attributeName()] ?? commandNames,
  };
}

function describeExitCode(code: number, meaning: string): ExitCodeHelp {
  const errors = (Object.keys(exitCodes) as ErrorCode[]).filter((error) => exitCodes[error] === code);
  return { code, meaning, errors };
}
