import { CliError } from '../../model/errors.ts';
import type { Command } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import { typedCommand } from '../../packages/typed-command.ts';
import type { FirstCheck } from '../../verify/first-check.ts';
import type { RunContext } from '../run-context.ts';
import type { SetupFlags } from './setup-flags.ts';

/**
 * The type check of `--verify`, to be made before anything is written; nothing where it was not asked for.
 * @param later commands that the run leaves to a person
 * @throws CliError `USAGE` where what is written can't be checked
 */
export function verifierFor(
  project: Project,
  later: readonly Command[],
  { invocation, reporter }: RunContext<SetupFlags>,
): (() => Promise<FirstCheck>) | undefined {
  if (!invocation.verify) return undefined;
  if (!invocation.dryRun) refuseUninstalled(later);
  return async () => {
    const [{ findTypeCheck }, { firstCheck }] = await Promise.all([
      import('../../inspect/facts/find-type-check.ts'),
      import('../../verify/first-check.ts'),
    ]);
    return firstCheck(findTypeCheck(project), project.root, reporter.checking);
  };
}

/** Without the plugin, all that imports it would be a new error. */
function refuseUninstalled(later: readonly Command[]): void {
  const install = later.find(({ id }) => id === 'install');
  if (install === undefined) return;
  throw new CliError(
    'USAGE',
    '--verify can’t check code whose packages --no-install leaves out. Nothing was written.',
    {
      hint: `Leave out --no-install. Or leave out --verify, run ${typedCommand(install)}, then build the app.`,
    },
  );
}
