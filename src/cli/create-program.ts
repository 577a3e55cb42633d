import { Command, Option } from 'commander';
import type { CommandDeclaration } from './command-declaration.ts';
import { flagName } from '../options/catalog/catalog.ts';
import type { Flag } from './flags/flag.ts';
import { commandsWith } from './flags/commands-with.ts';
import { generalFlags, lastFlags } from './flags/general-flags.ts';
import { addOptionFlags } from './flags/option-flags.ts';
import { layOutHelp } from './help-layout.ts';

/** The parser of the command line, with its help: that of all commands, or of the one that is asked about. */
export function createProgram(
  version: string,
  commands: readonly CommandDeclaration[],
  asked?: CommandDeclaration,
): Command {
  const program = new Command('create-identity-vault')
    .description(asked === undefined ? overview(commands) : sentence(asked.summary))
    .usage(asked === undefined ? '[options] [command]' : `${asked.typed} [options]`)
    .argument('[command]')
    .version(version, '-V, --version')
    .helpOption('-h, --help', 'show this help')
    .allowExcessArguments(false)
    .exitOverride();
  const isShown = (flag: Flag): boolean => asked === undefined || isOf(asked, flag, commands);
  for (const flag of allFlags(commands)) program.addOption(toOption(flag, isShown(flag)));
  // To other commands, options only say which app is meant.
  return layOutHelp(
    addOptionFlags(program, ({ group }) => asked?.readsOptions !== undefined || group === 'app' || !asked),
  );
}

/** Has the flag a meaning for this command? */
function isOf(command: CommandDeclaration, flag: Flag, commands: readonly CommandDeclaration[]): boolean {
  return commandsWith(flag.name, commands).includes(command) && (command.writes || flag.isOfWriting !== true);
}

function overview(commands: readonly CommandDeclaration[]): string {
  const lines = ['Commands:', commandLines(commands), '', 'create-identity-vault <command> --help tells more of one.'];
  return `Gives the Ionic app in this folder an identity vault, or changes the one it has.\n\n${lines.join('\n')}`;
}

function sentence(summary: string): string {
  const text = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`;
  return /[.?]$/.test(text) ? text : `${text}.`;
}

/** Every flag once, in the order of the help. */
export function allFlags(commands: readonly CommandDeclaration[]): readonly Flag[] {
  return [...generalFlags, ...new Set(commands.flatMap(({ flags }) => flags)), ...lastFlags];
}

function commandLines(commands: readonly CommandDeclaration[]): string {
  return commands.map(({ typed, summary }) => `  ${(typed === '' ? '(none)' : typed).padEnd(8)}${summary}`).join('\n');
}

function toOption(flag: Flag, isShown: boolean): Option {
  const alias = flag.alias === undefined ? '' : `${flag.alias}, `;
  const long = `--${flag.type === 'boolean' && flag.isNegative ? 'no-' : ''}${flagName(flag.name)}`;
  const placeholder = flag.type === 'boolean' ? '' : ` ${flag.placeholder}`;
  const option = new Option(`${alias}${long}${placeholder}`, flag.help).hideHelp(flag.isHidden === true || !isShown);
  if (flag.type !== 'choice') return option;
  return flag.default === undefined ? option.choices(flag.choices) : option.choices(flag.choices).default(flag.default);
}
