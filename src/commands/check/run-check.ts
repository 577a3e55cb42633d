import { openSetUp } from '../../inspect/open-set-up.ts';
import { askedApp } from '../asked-app.ts';
import type { RunContext } from '../run-context.ts';
import type { CheckFlags } from './check-flags.ts';
import { isUntouched } from './is-untouched.ts';

/**
 * The configuration and the state decide; flags and environment only say which app it is: CI and a laptop agree.
 * An untouched set-up is only compared by its digests: nothing else is loaded.
 * @returns the exit code
 */
export async function runCheck({ host, invocation, reporter }: RunContext<CheckFlags>): Promise<number> {
  const { strict, annotations } = invocation;
  const app = askedApp({ host, invocation });
  const atOnce = app.project === undefined ? openSetUp(app.folder) : undefined;
  if (atOnce && isUntouched(atOnce, host.version)) return reporter.checked([]);
  // The set-up in this very folder is meant, also where other apps of the workspace have one of their own.
  const { configuredProject } = await import('../../inspect/app/configured-project.ts');
  const project = app.project ?? (atOnce && configuredProject(atOnce.setup));
  const { open } = await import('../../inspect/open.ts');
  const opened = await open({ ...app, project });
  if (isUntouched(opened, host.version)) return reporter.checked([]);
  const { checkApp } = await import('./check-app.ts');
  const asked = { strict, root: opened.root, ...(annotations === undefined ? {} : { annotations }) };
  return reporter.checked(await checkApp(host, opened), asked);
}
