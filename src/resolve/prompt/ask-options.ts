import type { Host } from '../../model/host.ts';
import type { Project } from '../../model/project.ts';
import type { Written } from '../../options/options.ts';
import { repeatably } from '../repeatable.ts';
import { replayCommand } from '../replay.ts';
import type { Resolved } from '../resolved.ts';
import { conductInterview } from './conduct-interview.ts';
import { Interview } from './interview.ts';
import { withAsker } from './with-asker.ts';

interface Asked {
  readonly resolved: Resolved;
  readonly project: Project;
  /** The app's folder, seen from where the person is. */
  readonly folder: string;
  /** The plan was shown, and something is to be changed. */
  readonly isAgain: boolean;
}

/**
 * Asks a person for what the app doesn't tell. Current values are the defaults.
 * @returns the answers that make a difference
 * @throws CliError `INTERRUPTED`, with the command that repeats what was answered
 */
export async function askOptions({ resolved, project, folder, isAgain }: Asked, host: Host): Promise<Written> {
  const interview = new Interview(resolved, project);
  const replay = (): string | undefined =>
    isAgain || Object.keys(interview.written).length > 0 ? replayCommand(interview.current, folder) : undefined;
  return repeatably(replay, async () => {
    await withAsker(host, (asker) => conductInterview(asker, interview, isAgain));
    return interview.written;
  });
}
