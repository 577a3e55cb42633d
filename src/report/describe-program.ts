import type { Command, Option as Flag } from 'commander';
import { commandsWith } from '../cli/flags/commands-with.ts';
import type { CommandDeclaration } from '../cli/command-declaration.ts';
import { exitCodes, type ErrorCode } from '../model/errors.ts';
import { exitCodeMeanings } from '../model/exit-codes.ts';
import { catalog, variableName } from '../options/catalog/catalog.ts';
import type { AnyOption } from '../options/option.ts';
import { origins } from '../options/options.ts';
import type { ChoiceHelp, CommandHelp, ExitCodeHelp, FlagHelp } from './documents.ts';
import { print } from './json-report.ts';
import { schemaVersion } from './schema-version.ts';

/** The one document of `--json-help`: what the help says, for programs, from the same declarations. */
export function describeProgram(program: Command, version: string, commands: readonly CommandDeclaration[]): string {
  return print({
    schemaVersion,
    ok: true,
    command: 'help',
    name: program.name(),
    version,
    commands: commands.map(describeCommand),
    flags: program.options.filter(({ hidden }) => !hidden).map((flag) => describeFlag(flag, program, commands)),
    precedence: origins.filter((origin) => origin !== 'prompt'),
    exitCodes: Object.entries(exitCodeMeanings).map(([code, meaning]) => describeExitCode(Number(code), meaning)),
    schemas: {
      report: 'create-identity-vault/report.schema.json',
      config: 'capacitor-identity-vault/config.schema.json',
    },
    exitCode: 0,
  });
}

function describeCommand({ name, typed, summary, writes }: CommandDeclaration): CommandHelp {
  return { name, typed: ['create-identity-vault', typed].filter((word) => word !== '').join(' '), summary, writes };
}

function describeFlag(flag: Flag, { options }: Command, commands: readonly CommandDeclaration[]): FlagHelp {
  const name = flag.long ?? '';
  const option = catalog.find(({ key }) => key === flag.attributeName());
  const negative = name.replace('--', '--no-');
  return {
    name,
    ...(flag.short === undefined ? {} : { alias: flag.short }),
    ...(options.some(({ long }) => long === negative) ? { negative } : {}),
    ...(flag.required ? { placeholder: flag.flags.replace(/^.* /, '') } : {}),
    ...(option ? describeOption(option, commands) : describeOwn(flag, commands)),
  };
}

type FlagDescription = Omit<FlagHelp, 'name' | 'alias' | 'negative' | 'placeholder'>;

function describeOption(option: AnyOption, commands: readonly CommandDeclaration[]): FlagDescription {
  const { key, kind, help, consequence, choices, fallback, inConfig } = option;
  const values = kind.name === 'choice' ? (kind.schema['enum'] as readonly string[]) : [];
  const { constant } = fallback;
  return {
    type: kind.name,
    ...(values.length === 0 ? {} : { choices: values.map((value) => choice(value, choices?.[value]?.text)) }),
    ...(constant === undefined ? {} : { default: kind.toJson(constant) }),
    isRepeatable: kind.name === 'list' || kind.name === 'fields',
    help,
    consequence,
    // Which app it is, every command has to know; the rest is in the configuration when the others run.
    commands: namesOf(key === 'project' ? commands : commands.filter(({ readsOptions }) => readsOptions)),
    variable: variableName(key),
    ...(inConfig ? { key } : {}),
    schema: kind.schema,
  };
}

function choice(value: string, meaning: string | undefined): ChoiceHelp {
  return meaning === undefined ? { value } : { value, meaning };
}

function namesOf(commands: readonly CommandDeclaration[]): string[] {
  return commands.map(({ name }) => name);
}

/** A flag that is no option of the vault: it says how the run goes. */
function describeOwn(flag: Flag, commands: readonly CommandDeclaration[]): FlagDescription {
  const { argChoices = [], variadic, required, description, negate } = flag;
  const standard: unknown = negate ? undefined : flag.defaultValue;
  const type = argChoices.length > 0 ? 'choice' : variadic ? 'list' : required ? 'text' : 'boolean';
  return {
    type,
    ...(argChoices.length === 0 ? {} : { choices: argChoices.map((value) => ({ value })) }),
    ...(standard === undefined ? {} : { default: standard }),
    isRepeatable: variadic,
    help: description,
    commands: namesOf(commandsWith(flag.attributeName(), commands)),
  };
}

function describeExitCode(code: number, meaning: string): ExitCodeHelp {
  const errors = (Object.keys(exitCodes) as ErrorCode[]).filter((error) => exitCodes[error] === code);
  return { code, meaning, errors };
}
