import type { Host } from './host.ts';
import { open, type Opened } from './inspect/open.ts';
import { readInvocation } from './invocation.ts';
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
  const opened = open(invocation.cwd);
  if (invocation.command === 'check') return runCheck(host, opened, reporter);
  const { setUp } = await import('./set-up.ts');
  return setUp({ host, invocation, opened, reporter });
}

/** The configuration and the state decide; flags and environment don't, so that CI and a laptop agree. */
async function runCheck(host: Host, opened: Opened, reporter: Reporter): Promise<number> {
  if (isUntouched(opened, host.version)) return reporter.checked([]);
  const { checkApp } = await import('./check-app.ts');
  return reporter.checked(await checkApp(host, opened));
}
