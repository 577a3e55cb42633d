import type { ChangeReport, CheckDocument, CommandReport, PlanReport, Problem, RunDocument } from '../documents.ts';
import type { Access, Command, PackageChange } from '../../model/plan.ts';
import type { CompilerError, Verification } from '../../model/verification.ts';
import { exitCode, manualStep, note, paths, version } from './common-shapes.ts';
import { constant, integer, list, object, optional, text, truth, word, type Shape } from './shape.ts';

const commandId = word<Command['id']>('Which command.', {
  install: 'the app’s package manager installs',
  'cap-sync': 'Capacitor brings the native projects in line',
  'cap-update': 'the same where the web assets are not built',
});

const command = object<Command>('A command that is run after the files are written.', {
  id: commandId,
  argv: argv(),
  why: text('What it is for.'),
  folder: optional(text('Where it is run, from the app’s root; the root itself when absent.')),
  typed: optional(text('As a person types it, where that is not argv.')),
});

function argv(): Shape<Command['argv']> {
  return { schema: { type: 'array', description: 'Program and arguments.', items: { type: 'string' }, minItems: 1 } };
}

const packageChange = object<PackageChange>('A dependency of the app.', {
  name: text('The package.'),
  spec: optional(text('What it is installed from, as npm takes it; absent where it is taken out.')),
  before: optional(text('What package.json has now.')),
});

const pagePaths = (description: string) =>
  list(description, text('A path from the root; with ** at its end, pages below that were not read.'));

const access = object<Access>('The pages of the app, by who may open them afterwards.', {
  guarded: pagePaths('Pages behind the vault’s guard.'),
  open: pagePaths('Pages that anybody can open who has the device.'),
});

const plan = object<PlanReport>('What belongs to the run besides the changes of files.', {
  packages: list('Packages that are added, changed or taken out.', packageChange),
  commands: list('What is to be run after the files are written.', command),
  notes: list('What a person should know.', note),
  access: optional(access),
  manual: list('Steps that are left for a person: nothing is written without --allow-manual.', manualStep),
  followUps: list('Steps for a person that need the generated code: everything else is written.', manualStep),
});

const change = object<ChangeReport>('One file.', {
  path: text('The file, from the app’s root.'),
  action: word<ChangeReport['action']>('What happens to it.', {
    create: 'a new file',
    update: 'a file of yours gets our lines, or a generated one is written anew',
    merge: 'our changes are merged with your edits',
    delete: 'the file goes',
  }),
  patch: text('A unified diff that git apply takes; for a binary file, a line that says so.'),
});

const ran = object<CommandReport>('A command, and how it ended.', {
  id: commandId,
  ok: truth('Did it succeed?'),
  detail: optional(text('The last lines it printed, where it failed.')),
});

const compilerError = object<CompilerError>('An error that the app’s own compiler finds.', {
  path: optional(text('The file, from the app’s root; absent where the error is about none.')),
  line: optional(integer('Where in the file, from 1.')),
  column: optional(integer('Where in the line, from 1.')),
  code: text('As the compiler names the kind of error, e.g. TS2322.'),
  message: text('What the compiler says; may have several lines.'),
});

const verification = object<Verification>('Of --verify: the app’s own type check, before and after.', {
  compiler: text('The app’s own compiler: name and version.'),
  tsConfig: text('What it was run with, from the app’s root.'),
  errorsBefore: integer('How many errors there were before anything was written.'),
  errorsAfter: optional(integer('How many there are now; absent in a dry run, and where nothing was written.')),
  newErrors: optional(list('Those that were not there before; absent with errorsAfter.', compilerError)),
  failure: optional(text('Why the second check has no result; the files are written.')),
});

export const runDocument = object<RunDocument>('Of a command that writes: it was done, or with --dry-run announced.', {
  schemaVersion: version,
  ok: truth('False where a step is left for a person (exit code 6), or --verify found something new (7).'),
  command: word<RunDocument['command']>('Which command.', {
    setup: 'set up, or change the set-up',
    undo: 'take back the last run',
    remove: 'take everything out',
  }),
  plan: optional(plan),
  changes: list('The files, written or to be written.', change),
  ran: optional(list('The commands that were run; absent in a dry run.', ran)),
  recovered: optional(paths('Files of an interrupted run that were taken back first.')),
  kept: optional(paths('Files you edited, which remove left where they are.')),
  verification: optional(verification),
  exitCode: exitCode(0, 6, 7),
});

const problem = object<Problem>('One thing check found.', {
  level: word<Problem['level']>('How bad it is.', {
    drift: 'fails the check',
    note: 'worth knowing; fails the check with --strict alone',
  }),
  code: text('Names the kind of problem; stays the same when the text is reworded.'),
  path: text('The file, from the app’s root, and where it is known :line.'),
  text: text('For people.'),
});

export const checkDocument = object<CheckDocument>('Of check.', {
  schemaVersion: version,
  ok: truth('Is the code what the configuration says?'),
  command: constant('check'),
  changes: { schema: { type: 'array', description: 'Always empty: check writes nothing.', maxItems: 0 } },
  problems: list('What is not as configured, and what is worth knowing.', problem),
  exitCode: exitCode(0, 2),
});
