import { CliError } from '../model/errors.ts';
import type { Asked } from '../inspect/app/asked.ts';
import { open, type Opened } from '../inspect/open.ts';
import type { RunContext } from './run-context.ts';
import { setupPaths } from '../state/setup-paths.ts';

/**
 * Opens the app for a run that may write. What an interrupted run left half written is taken back first.
 * @throws CliError `CONFLICT` where that can't be done, or must not be: a dry run writes nothing
 */
export async function openRecovered({ invocation, reporter }: RunContext, asked: Asked): Promise<Opened> {
  const opened = await open(asked);
  if (!opened.setup.unfinished) return opened;
  if (invocation.dryRun) throw unfinished(opened);
  const { recover } = await import('../apply/recover.ts');
  const paths = recover(opened);
  if (paths) reporter.recovered(paths);
  return open(asked);
}

function unfinished({ home }: Opened): CliError {
  return new CliError(
    'CONFLICT',
    'An earlier run was interrupted half way, so it can’t be told what this run would do.',
    {
      where: { path: setupPaths(home).journal },
      hint: 'Take it back first: create-identity-vault undo --yes',
    },
  );
}
