import type { CommandDeclaration } from '../../cli/command-declaration.ts';
import type { ChoiceHelp, CommandHelp, ExitCodeHelp, FlagHelp, HelpDocument, SchemaPlaces } from '../documents.ts';
import { exitCode, version } from './common-shapes.ts';
import { errorCode } from './error-shape.ts';
import { origin } from './info-shape.ts';
import { anything, constant, integer, list, object, optional, text, truth, word, type Shape } from './shape.ts';

type CommandName = Shape<string>;

function commandNameOf(commands: readonly CommandDeclaration[]): CommandName {
  const typed = commands.map(({ name, typed }) => [name, typed === '' ? 'the one without a name' : typed] as const);
  return word('As documents name it.', Object.fromEntries(typed));
}

const commandWith = (commandName: CommandName) =>
  object<CommandHelp>('One thing the tool does.', {
    name: commandName,
    typed: text('How it is called.'),
    summary: text('What it does.'),
    writes: truth('Does it write to the app, unless it is given --dry-run?'),
  });

const choice = object<ChoiceHelp>('One value.', {
  value: text('As it is typed.'),
  meaning: optional(text('What follows from it.')),
});

const flagWith = (commandName: CommandName) =>
  object<FlagHelp>('One flag.', {
    name: text('With its dashes.'),
    alias: optional(text('The short form.')),
    negative: optional(text('The form that says no.')),
    type: word<FlagHelp['type']>('What it takes.', {
      boolean: 'nothing: it is there or not',
      choice: 'one of choices',
      integer: 'a whole number',
      text: 'a text',
      list: 'texts with commas between them',
      fields: 'names with their types',
    }),
    placeholder: optional(text('What stands for the value in the help.')),
    choices: optional(list('The values it takes.', choice)),
    default: optional(anything('The value when nothing says another one; absent where it depends on the app.')),
    isRepeatable: truth('May it be given several times, each adding to the others?'),
    help: text('What it is for.'),
    consequence: optional(text('What follows from the choice.')),
    commands: list('The commands it means something to.', commandName),
    variable: optional(text('The environment variable that says the same.')),
    key: optional(text('Its key in identity-vault.config.json and in --answers.')),
    schema: optional(anything('JSON Schema of the value there.')),
  });

const exitCodeHelp = object<ExitCodeHelp>('One exit code.', {
  code: integer('The number.'),
  meaning: text('What it says.'),
  errors: list('The codes of the errors that end with it.', errorCode),
});

const schemas = object<SchemaPlaces>('Where the JSON Schemas are, as one imports them.', {
  report: text('Of the documents --json prints.'),
  config: text('Of identity-vault.config.json and --answers.'),
});

/** The document of `--json-help`, which names these commands. */
export function helpDocument(commands: readonly CommandDeclaration[]): Shape<HelpDocument> {
  const commandName = commandNameOf(commands);
  return object<HelpDocument>('Of --json-help.', {
    schemaVersion: version,
    ok: constant(true),
    command: constant('help'),
    name: text('The program.'),
    version: text('Its version.'),
    commands: list('What it does.', commandWith(commandName)),
    flags: list('Every flag.', flagWith(commandName)),
    precedence: list('Who decides where several say something, strongest first.', origin),
    exitCodes: list('How it ends.', exitCodeHelp),
    schemas,
    exitCode: exitCode(0),
  });
}
