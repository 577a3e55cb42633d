import { resolve } from 'node:path';
import { carryOut, refuseUnasked, type Task } from '../carry-out.ts';
import { chooseOptions } from './choose-options.ts';
import type { ChosenOptions } from './chosen-options.ts';
import type { Chosen } from '../../resolve/chosen.ts';
import { CliError } from '../../model/errors.ts';
import { withUsableFormatter } from '../../formatter/formatted.ts';
import { pathWithin } from '../../inspect/app/path-within.ts';
import { isInteractive } from '../../cli/is-interactive.ts';
import { markerLine } from '../../diff/merge.ts';
import { closest } from '../../options/closest.ts';
import { plan } from '../../plan/plan.ts';
import { repeatably } from '../../resolve/repeatable.ts';
import { closing } from '../../report/closing.ts';
import type { Outline } from '../../report/summary.ts';
import type { RunContext } from '../run-context.ts';
import type { SetupFlags } from './setup-flags.ts';
import type { FollowUp } from '../../model/follow-up.ts';
import type { Command, Note, Plan } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';
import { assess } from '../../pipeline.ts';
import { setupPaths } from '../../state/setup-paths.ts';
import { verifierFor } from './verifier-for.ts';

/** Sets the vault up, or changes the set-up. @returns the exit code */
export async function setUp(context: RunContext<SetupFlags>): Promise<number> {
  const { host, invocation } = context;
  refuseUnasked(context);
  const chosen = await chooseOptions(context, isInteractive(host, invocation));
  return carryOut(context, await taskFor(chosen, context));
}

/** What the run is going to do with these options. */
function taskFor(asked: ChosenOptions, context: RunContext<SetupFlags>): Promise<Task> {
  return repeatably(
    () => asked.replay,
    () => workOut(asked, context),
  );
}

async function workOut(asked: ChosenOptions, context: RunContext<SetupFlags>): Promise<Task> {
  const { replay, change } = asked;
  const chosen = context.invocation.dryRun ? { ...asked, project: await withUsableFormatter(asked.project) } : asked;
  const { outline: planned, later } = await prepare(chosen, context);
  const outline = { ...planned, isIntroduced: change !== undefined };
  refuseConflicts(outline);
  const choices = unresolved(outline);
  const left = outline.manual.length + choices.length + outline.followUps.length;
  return {
    command: 'setup',
    outline,
    question: 'Write these changes?',
    nothing: 'Nothing to do: everything is as configured.',
    closing: closing({
      ...chosen,
      later,
      changes: outline.changes,
      left,
      followUps: outline.followUps,
      width: context.reporter.look.width,
    }),
    undo: 'run',
    unresolved: choices,
    verify: verifierFor(chosen.project, later, context),
    ...(replay === undefined ? {} : { replay }),
    ...(change === undefined ? {} : { change: async () => taskFor(await change(), context) }),
  };
}

interface Prepared {
  readonly outline: Outline & { readonly followUps: readonly FollowUp[] };
  /** Commands that `--no-install` leaves to a person. */
  readonly later: readonly Command[];
}

/** The pipeline up to the point where something would be written. */
async function prepare(
  { project, options, notes, unanswered }: Chosen,
  { host, invocation }: RunContext<SetupFlags>,
): Promise<Prepared> {
  const { install, onConflict, allowManual } = invocation;
  // Whoever allows steps takes what was found: the configuration has it from then on, so it is told and no step.
  const told = allowManual ? unanswered.map(({ id, reason }) => ({ code: id, text: reason })) : [];
  const planned = await plan(project, options);
  const restore = restored({ invocation, cwd: host.cwd }, project, planned);
  const { changes, manual, followUps, commands } = await assess(project, planned, { onConflict, restore });
  const outline = {
    project,
    plan: { ...planned, notes: [...rebuiltState(project), ...notes, ...told, ...planned.notes] },
    changes,
    manual: [...(allowManual ? [] : unanswered), ...manual],
    followUps,
    commands: install ? commands : [],
  };
  return { outline, later: install ? [] : commands };
}

function refuseConflicts({ changes, project }: Outline): void {
  const conflicts = changes.filter(({ kind }) => kind === 'conflict').map(({ path }) => path);
  const [path] = conflicts;
  if (path === undefined) return;
  const { state, isStateLost } = project.setup;
  const isOurs = state?.files[path] !== undefined || isStateLost === true;
  if (!isOurs) throw collision(conflicts, project.framework.sourceRoot);
  throw new CliError(
    'CONFLICT',
    `Edited by you and changed by this run: ${conflicts.join(', ')}. Nothing was written.`,
    {
      where: { path },
      hint: 'Decide with --on-conflict=keep (your lines), theirs (the new ones) or markers (both, to sort out by hand).',
    },
  );
}

/** Files that `--restore` names. A path that we don't generate is a typo, and never silently nothing. */
function restored(
  { invocation, cwd }: { invocation: SetupFlags; cwd: string },
  { root }: Project,
  { edits }: Plan,
): AppPath[] {
  const ours = edits.filter(({ kind }) => kind === 'template').map(({ path }) => path);
  return invocation.restore.map((given) => {
    const candidates = [given.replaceAll('\\', '/'), pathWithin(root, resolve(cwd, given))];
    const path = ours.find((one) => candidates.includes(one));
    if (path !== undefined) return path;
    const near = closest(given, ours);
    throw new CliError('USAGE', `--restore: ${given} is no generated file${near ? `; did you mean ${near}?` : '.'}`, {
      hint: ours.join('\n'),
    });
  });
}

function rebuiltState({ setup, home }: Project): Note[] {
  if (!setup.isStateLost) return [];
  const text = `${setupPaths(home).state} has conflicts or is damaged: it is rebuilt from the configuration. What earlier runs wrote into your own files may not be taken out any more when an option changes: look at the diff.`;
  return [{ code: 'state-rebuilt', text }];
}

/** Where `--on-conflict=markers` leaves both sides. */
function unresolved({ changes }: Outline): string[] {
  return changes.flatMap((change) => {
    const line = change.kind === 'merge' ? markerLine(change.after) : undefined;
    return line === undefined ? [] : [`${change.path}:${String(line)}: choose between your lines and the new ones`];
  });
}

function collision(paths: readonly string[], sourceRoot: AppPath): CliError {
  return new CliError(
    'ANSWER_NEEDED',
    `These files exist and were not generated by this tool: ${paths.join(', ')}. Nothing was written.`,
    {
      where: { path: paths[0] ?? '' },
      hint: `Choose another folder for the generated code, e.g. --code-dir ${sourceRoot}/app/identity-vault`,
    },
  );
}
