import { apply } from './apply/apply.ts';
import { diff } from './diff.ts';
import { CliError } from './errors.ts';
import { withUsableFormatter } from './formatted.ts';
import type { Invocation } from './invocation.ts';
import { isInteractive } from './is-interactive.ts';
import { chooseOptions } from './choose-options.ts';
import type { Chosen } from './chosen.ts';
import { neededCommands } from './needed-commands.ts';
import { plan } from './plan.ts';
import type { RunContext } from './run-context.ts';
import { record } from './record.ts';
import { render } from './render.ts';
import { closing } from './report/closing.ts';
import { diffsOf } from './report/patch.ts';
import { summarise, type Outline } from './report/summary.ts';
import { setupPaths } from './state.ts';
import type { AppPath, CommandResult } from './types.ts';

/** A set-up worked out in memory: nothing is written yet. */
type Draft = Outline;

/** Sets the vault up, or changes the set-up. @returns the exit code */
export async function setUp(context: RunContext): Promise<number> {
  const { host, invocation } = context;
  const interactive = isInteractive(host, invocation);
  if (!interactive && !invocation.yes && !invocation.dryRun) throw nobodyToAsk();
  const asked = await chooseOptions(context, interactive);
  const chosen = invocation.dryRun ? { ...asked, project: await withUsableFormatter(asked.project) } : asked;
  const draft = await prepare(chosen, invocation);
  refuseConflicts(draft);
  if (invocation.dryRun) return announce(context, draft);
  if (draft.changes.length === 0 && draft.commands.length === 0) return nothingToDo(context, draft);
  await agree(context, draft, interactive);
  return carryOut(context, { chosen, draft });
}

/** The pipeline up to the point where something would be written. */
async function prepare({ project, options, notes }: Chosen, { install }: Invocation): Promise<Draft> {
  const planned = plan(project, options);
  const rendered = await render(planned, project, options);
  const wanted = await diff(project, rendered.files);
  const hasConflict = wanted.some(({ kind }) => kind === 'conflict');
  const changes = hasConflict ? wanted : [...wanted, ...(await record(project, rendered, wanted))];
  return {
    project,
    plan: { ...planned, notes: [...notes, ...planned.notes] },
    changes,
    manual: rendered.manual,
    commands: install ? neededCommands(project, planned, changes) : [],
  };
}

function refuseConflicts({ changes, project }: Draft): void {
  const conflicts = changes.filter(({ kind }) => kind === 'conflict').map(({ path }) => path);
  const [path] = conflicts;
  if (path === undefined) return;
  const isOurs = project.setup.state?.files[path] !== undefined;
  if (!isOurs) throw collision(conflicts, project.framework.sourceRoot);
  throw new CliError(
    'CONFLICT',
    `Edited by you and changed by this run: ${conflicts.join(', ')}. Nothing was written.`,
    {
      where: { path },
      hint: 'Take your change out or make it match, then run the command again.',
    },
  );
}

function collision(paths: readonly string[], sourceRoot: AppPath): CliError {
  return new CliError(
    'ANSWER_NEEDED',
    `These files exist and are not ours: ${paths.join(', ')}. Nothing was written.`,
    {
      where: { path: paths[0] ?? '' },
      hint: `Choose another folder for the generated code, e.g. --code-dir ${sourceRoot}/app/identity-vault`,
    },
  );
}

async function announce({ reporter, invocation }: RunContext, draft: Draft): Promise<number> {
  if (!invocation.json) reporter.outline(draft);
  await reporter.patches(draft.changes);
  return reporter.finish({ command: 'setup', ...draft, exitCode: 0 });
}

async function nothingToDo({ reporter }: RunContext, draft: Draft): Promise<number> {
  reporter.say('Nothing to do: everything is as configured.\n');
  return reporter.finish({ command: 'setup', ...draft, ran: [], exitCode: draft.manual.length > 0 ? 6 : 0 });
}

/** The last question before the first byte; without a person, the flags have to have answered it. */
async function agree({ host, invocation, reporter }: RunContext, draft: Draft, interactive: boolean): Promise<void> {
  const isLeft = draft.manual.length > 0 && !invocation.allowManual;
  if (!interactive) {
    reporter.outline(draft);
    if (isLeft) throw manualStep(draft);
    return;
  }
  const { confirmPlan } = await import('./options/prompt/confirm-plan.ts');
  const question = isLeft ? 'Some steps are left for you (above). Write the rest?' : 'Write these changes?';
  await confirmPlan({ summary: summarise(draft, reporter.paint), question, diffs: () => diffsToRead(draft) }, host);
}

/** Our own bookkeeping is left out: nobody reads fourteen copies of files that are shown already. */
function diffsToRead({ changes, project }: Draft): string {
  const { folder } = setupPaths(project.home);
  return diffsOf(changes.filter(({ path }) => !path.startsWith(`${folder}/`)));
}

function manualStep({ manual }: Draft): CliError {
  const [first] = manual;
  return new CliError('MANUAL', `${String(manual.length)} step(s) can only be made by you. Nothing was written.`, {
    ...(first ? { where: { path: first.path, line: first.line } } : {}),
    hint: 'Add the lines above and run the command again, or write the rest now with --allow-manual.',
  });
}

async function carryOut(
  { invocation, reporter }: RunContext,
  { chosen, draft }: { chosen: Chosen; draft: Draft },
): Promise<number> {
  const { root, packageManager } = draft.project;
  const { changes, commands: ran } = await apply(
    { root, lockFolders: packageManager.folders, ...draft },
    reporter.progress,
  );
  reporter.unfinished(ran);
  const exitCode = draft.manual.length > 0 || ran.some(isFailed) ? 6 : 0;
  reporter.say(closing({ ...chosen, install: invocation.install, changes }));
  return reporter.finish({ command: 'setup', ...draft, ran, exitCode });
}

const isFailed = ({ ok }: CommandResult): boolean => !ok;

function nobodyToAsk(): CliError {
  return new CliError('ANSWER_NEEDED', 'There is nobody to ask, and this run would write.', {
    hint: 'Add --yes to take detected values and defaults, or --dry-run to see the plan.',
  });
}
