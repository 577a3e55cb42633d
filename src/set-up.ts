import { carryOut, refuseUnasked } from './carry-out.ts';
import { chooseOptions } from './choose-options.ts';
import type { Chosen } from './chosen.ts';
import { diff } from './diff.ts';
import { CliError } from './errors.ts';
import { withUsableFormatter } from './formatted.ts';
import type { Invocation } from './invocation.ts';
import { isInteractive } from './is-interactive.ts';
import { neededCommands } from './needed-commands.ts';
import { plan } from './plan.ts';
import { record } from './record.ts';
import { render } from './render.ts';
import { closing } from './report/closing.ts';
import type { Outline } from './report/summary.ts';
import type { RunContext } from './run-context.ts';
import type { AppPath } from './types.ts';

/** Sets the vault up, or changes the set-up. @returns the exit code */
export async function setUp(context: RunContext): Promise<number> {
  const { host, invocation } = context;
  refuseUnasked(context);
  const asked = await chooseOptions(context, isInteractive(host, invocation));
  const chosen = invocation.dryRun ? { ...asked, project: await withUsableFormatter(asked.project) } : asked;
  const outline = await prepare(chosen, invocation);
  refuseConflicts(outline);
  return carryOut(context, {
    command: 'setup',
    outline,
    question: 'Write these changes?',
    nothing: 'Nothing to do: everything is as configured.',
    closing: closing({ ...chosen, install: invocation.install, changes: outline.changes }),
    undo: 'run',
  });
}

/** The pipeline up to the point where something would be written. */
async function prepare({ project, options, notes }: Chosen, { install }: Invocation): Promise<Outline> {
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

function refuseConflicts({ changes, project }: Outline): void {
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
