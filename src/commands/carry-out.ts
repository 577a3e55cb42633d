import { apply } from '../apply/apply.ts';
import { CliError } from '../model/errors.ts';
import type { FlagValues } from '../cli/flags/flag.ts';
import type { allowManual } from '../cli/flags/shared-flags.ts';
import type { Invocation } from '../cli/invocation.ts';
import { isInteractive } from '../cli/is-interactive.ts';
import type { Outcome } from '../report/json-report.ts';
import { toPatch } from '../report/patch.ts';
import { repeatably } from '../resolve/repeatable.ts';
import type { Difference } from '../resolve/prompt/confirm-plan.ts';
import type { Outline } from '../report/summary.ts';
import type { RunContext } from './run-context.ts';
import { isBookkeeping } from '../state/setup-paths.ts';
import type { AppPath } from '../model/tree.ts';
import { isWorse } from '../model/verification.ts';
import type { FirstCheck } from '../verify/first-check.ts';

/** Changes worked out in memory, and what is said and asked about them. */
export interface Task {
  readonly command: Outcome['command'];
  readonly outline: Outline;
  readonly question: string;
  /** Said when there is nothing to do. */
  readonly nothing: string;
  /** Said at the end. */
  readonly closing: string;
  /** The command that gives the same answers; only after questions. */
  readonly replay?: string;
  /** Asks for the options once more; absent where there are none. */
  readonly change?: () => Promise<Task>;
  /** What `undo` takes back afterwards. */
  readonly undo: 'run' | 'nothing';
  /** Do the files stay when the install fails? */
  readonly isInstallOptional?: true;
  readonly kept?: readonly AppPath[];
  /** What the written files leave to a person. */
  readonly unresolved?: readonly string[];
  /** Of `--verify`: checks the app's types before anything is written. */
  readonly verify?: (() => Promise<FirstCheck>) | undefined;
}

/** A command that never leaves a step has no `--allow-manual`. */
interface WritingContext extends Omit<RunContext, 'invocation'> {
  readonly invocation: Invocation & Partial<FlagValues<readonly [typeof allowManual]>>;
}

/** @throws CliError `ANSWER_NEEDED` where the run would write and nobody said so */
export function refuseUnasked({ host, invocation }: RunContext): void {
  if (isInteractive(host, invocation) || invocation.yes || invocation.dryRun) return;
  const { env } = host;
  throw new CliError('ANSWER_NEEDED', 'There is nobody to ask, and this run would write.', {
    hint:
      env['npm_command'] === 'init' && env['npm_config_yes'] === 'true'
        ? 'npm kept --yes for itself: npm create identity-vault -- --yes'
        : 'Add --yes to take detected values and defaults, or --dry-run to see the plan.',
  });
}

/** The second half of every command that writes. @returns the exit code */
export async function carryOut(context: WritingContext, task: Task): Promise<number> {
  const { outline } = task;
  const replay = (): string | undefined => task.replay;
  if (context.invocation.dryRun) return announce(context, task);
  if (outline.changes.length === 0 && outline.commands.length === 0) return nothingToDo(context, task);
  const change = await repeatably(replay, () => agree(context, task));
  if (change !== undefined) return carryOut(context, await change());
  return repeatably(replay, async () => write(context, task, await task.verify?.()));
}

async function announce({ reporter, invocation }: RunContext, task: Task): Promise<number> {
  const { command, outline, kept, verify } = task;
  if (!invocation.json) reporter.outline(outline);
  const verification = (await verify?.())?.verification;
  await reporter.patches(outline);
  await reporter.verified(verification, outline);
  return reporter.finish({ command, ...outline, ...(kept ? { kept } : {}), verification, exitCode: 0 });
}

async function nothingToDo({ reporter }: RunContext, { command, outline, nothing, verify }: Task): Promise<number> {
  reporter.say(`${hasSteps(outline) ? 'Nothing to write.' : nothing}\n`);
  const verification = (await verify?.())?.verification;
  reporter.stepsLeft(outline);
  await reporter.verified(verification, outline);
  return reporter.finish({ command, ...outline, ran: [], verification, exitCode: hasSteps(outline) ? 6 : 0 });
}

function hasSteps({ manual, followUps = [] }: Outline): boolean {
  return manual.length + followUps.length > 0;
}

/**
 * The last question before the first byte; without a person, the flags have to have answered it.
 * @returns how the person changes options first, where they want to
 */
async function agree({ host, invocation, reporter }: WritingContext, task: Task): Promise<Task['change']> {
  const { outline } = task;
  const isLeft = outline.manual.length > 0 && !invocation.allowManual;
  if (!isInteractive(host, invocation)) {
    reporter.outline(outline);
    if (isLeft) throw manualStepsLeft(outline);
    return undefined;
  }
  const { confirmPlan } = await import('../resolve/prompt/confirm-plan.ts');
  const question = isLeft ? 'Some steps are left for you (above). Write the rest?' : task.question;
  const { change } = task;
  const confirmation = {
    summary: reporter.summary(outline),
    question,
    differences: differencesIn(outline),
    canChange: change !== undefined,
  };
  return (await confirmPlan(confirmation, host)) === 'change' ? change : undefined;
}

/** Our own bookkeeping is left out: nobody reads fourteen copies of files that are shown already. */
function differencesIn({ changes, project }: Outline): Difference[] {
  const shown = changes.filter(({ path }) => !isBookkeeping(path, project.home));
  // What a person has written comes first.
  return [...shown.filter(({ kind }) => kind !== 'create'), ...shown.filter(({ kind }) => kind === 'create')].map(
    (change) => ({ path: change.path, what: change.kind, patch: () => toPatch(change) }),
  );
}

function manualStepsLeft({ manual }: Outline): CliError {
  const [first] = manual;
  return new CliError('MANUAL', `${String(manual.length)} step(s) can only be made by you. Nothing was written.`, {
    ...(first ? { where: { path: first.path, line: first.line } } : {}),
    manual,
    hint: 'Make the changes above and run the command again, or write the rest now with --allow-manual.',
  });
}

async function write(
  { host, invocation, reporter }: RunContext,
  task: Task,
  first: FirstCheck | undefined,
): Promise<number> {
  const { command, outline, undo, closing, kept, unresolved = [], isInstallOptional = false } = task;
  const { root, home, packageManager } = outline.project;
  const { commands: ran } = await apply(
    { root, home, undo, lockFolders: packageManager.folders, isInstallOptional, ...outline },
    reporter.progress,
  );
  const undone = outline.commands.filter((one) => !ran.some(({ command, ok }) => command === one && ok));
  reporter.unfinished(undone);
  for (const step of unresolved) reporter.say(`Left for you: ${step}\n`);
  const verification = await first?.again();
  const isLeft = hasSteps(outline) || unresolved.length > 0 || undone.length > 0;
  const exitCode = verification && isWorse(verification) ? 7 : isLeft ? 6 : 0;
  // What a person saw before the installer's lines is far up by now.
  if (isInteractive(host, invocation)) reporter.stepsLeft(outline);
  reporter.say(closing);
  await reporter.verified(verification, outline);
  return reporter.finish({ command, ...outline, ran, ...(kept ? { kept } : {}), verification, exitCode });
}
