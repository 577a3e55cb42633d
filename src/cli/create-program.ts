import { Command, Option } from 'commander';
import type { CommandDeclaration } from './command-declaration.ts';
import { flagName } from '../options/catalog/catalog.ts';
import type { Flag } from './flags/flag.ts';
import { generalFlags, lastFlags } from './flags/general-flags.ts';
import { addOptionFlags } from './flags/option-flags.ts';
import { layOutHelp } from './help-layout.ts';

/** The parser of the command line, with its help. */
export function createProgram(version: string, commands: readonly CommandDeclaration[]): Command {
  const program = new Command('create-identity-vault')
    .description(
      `Gives the Ionic app in this folder an identity vault, or changes the one it has.\n\nCommands:\n${commandLines(commands)}`,
    )
    .argument('[command]')
    .version(version, '-V, --version')
    .helpOption('-h, --help', 'show this help')
    .allowExcessArguments(false)
    .exitOverride();
  for (const flag of allFlags(commands)) program.addOption(toOption(flag));
  return layOutHelp(addOptionFlags(program));
}

/** Every flag once, in the order of the help. */
export function allFlags(commands: readonly CommandDeclaration[]): readonly Flag[] {
  return [...generalFlags, ...new Set(commands.flatMap(({ flags }) => flags)), ...lastFlags];
}

function commandLines(commands: readonly CommandDeclaration[]): string {
  return commands.map(({ typed, summary }) => `  ${(typed === '' ? '(none)' : typed).padEnd(8)}${summary}`).join('\n');
}

function toOption(flag: Flag): Option {
  const alias = flag.alias === undefined ? '' : `${flag.alias}, `;
  const long = `--${flag.type === 'boolean' && flag.isNegative ? 'no-' : ''}${flagName(flag.name)}`;
  const placeholder = flag.type === 'boolean' ? '' : ` ${flag.placeholder}`;
  const option = new Option(`${alias}${long}${placeholder}`, flag.help).hideHelp(flag.isHidden ?? false);
  if (flag.type !== 'choice') return option;
  return flag.default === undefined ? option.choices(flag.choices) : option.choices(flag.choices).default(flag.default);
}
