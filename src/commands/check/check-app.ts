import { check, lostState, interruptedRun } from './check.ts';
import type { Host } from '../../model/host.ts';
import { inspectApp } from '../inspect-app.ts';
import type { Opened } from '../../inspect/open.ts';
import { readConfig } from '../../options/catalog/config-file.ts';
import { resolve } from '../../resolve/resolve.ts';
import type { Problem } from '../../report/json-report.ts';
import { setupPaths } from '../../state/setup-paths.ts';

/** `check` for an app that is not byte for byte as the last run left it. */
export async function checkApp(host: Host, opened: Opened): Promise<Problem[]> {
  // Half of a run is no set-up to compare with.
  if (opened.setup.unfinished) return [interruptedRun(opened.home)];
  if (opened.setup.isStateLost) return [lostState(opened.home)];
  const config = readConfig(opened.setup.configText ?? '{}', setupPaths(opened.home).config);
  const project = await inspectApp(host, opened);
  const { options } = resolve({ config }, project);
  return check(project, options);
}
