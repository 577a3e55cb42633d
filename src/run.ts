import type { Host } from './host.ts';
import { openSetUp } from './inspect/open-set-up.ts';
import { readInvocation, type Invocation } from './invocation.ts';
import { isUntouched } from './is-untouched.ts';
import { Reporter } from './report/reporter.ts';

/**
 * One run of the command line tool.
 * @returns the exit code
 * @throws CliError for every failure that is not a bug
 */
export async function run(host: Host): Promise<number> {
  const invocation = readInvocation(host);
  if ('text' in invocation) {
    host.stdout.write(invocation.text);
    return 0;
  }
  const reporter = new Reporter(host, invocation);
  if (invocation.command === 'check') return runCheck(host, invocation, reporter);
  const { setUp } = await import('./set-up.ts');
  return setUp({ host, invocation, reporter });
}

/** The configuration and the state decide; flags, but for which app it is, and environment don't: CI and a laptop agree. */
async function runCheck(host: Host, { cwd: folder, flags }: Invocation, reporter: Reporter): Promise<number> {
  const project = typeof flags['project'] === 'string' ? flags['project'] : undefined;
  const atOnce = project === undefined ? openSetUp(folder) : undefined;
  if (atOnce && isUntouched(atOnce, host.version)) return reporter.checked([]);
  const { open } = await import('./inspect/open.ts');
  const opened = await open({ folder, cwd: host.cwd, project });
  if (isUntouched(opened, host.version)) return reporter.checked([]);
  const { checkApp } = await import('./check-app.ts');
  return reporter.checked(await checkApp(host, opened));
}
