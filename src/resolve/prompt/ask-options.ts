import type { Host } from '../../model/host.ts';
import type { Project } from '../../model/project.ts';
import type { Written } from '../../options/options.ts';
import type { Resolved } from '../resolved.ts';
import { conductInterview } from './conduct-interview.ts';
import { withAsker } from './with-asker.ts';

/**
 * Asks a person for what the app doesn't tell. Current values are the defaults.
 * @returns the answers that make a difference
 * @throws CliError `INTERRUPTED`
 */
export async function askOptions(resolved: Resolved, project: Project, host: Host): Promise<Written> {
  return withAsker(host, (asker) => conductInterview(asker, resolved, project));
}
