import { askedApp } from './commands/asked-app.ts';
import type { Host } from './model/host.ts';
import { openSetUp } from './inspect/open-set-up.ts';
import { readInvocation, type Invocation } from './cli/invocation.ts';
import { isUntouched } from './commands/check/is-untouched.ts';
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
  if ('program' in invocation) {
    const { describeProgram } = await import('./report/describe-program.ts');
    host.stdout.write(describeProgram(invocation.program, host.version));
    return 0;
  }
  const reporter = new Reporter(host, invocation);
  const context = { host, invocation, reporter };
  // Each command loads what it needs: a check of an untouched set-up only compares digests.
  switch (invocation.command) {
    case 'check':
      return runCheck(host, invocation, reporter);
    case 'setup':
      return (await import('./commands/setup/set-up.ts')).setUp(context);
    case 'undo':
      return (await import('./commands/undo/undo.ts')).undo(context);
    case 'remove':
      return (await import('./commands/remove/remove.ts')).remove(context);
    case 'info':
      return (await import('./commands/info/info.ts')).info(context);
  }
}

/** The configuration and the state decide; flags and environment only say which app it is: CI and a laptop agree. */
async function runCheck(host: Host, invocation: Invocation, reporter: Reporter): Promise<number> {
  const { strict, annotations } = invocation;
  const app = askedApp({ host, invocation });
  const atOnce = app.project === undefined ? openSetUp(app.folder) : undefined;
  if (atOnce && isUntouched(atOnce, host.version)) return reporter.checked([]);
  // The set-up in this very folder is meant, also where other apps of the workspace have one of their own.
  const { configuredProject } = await import('./inspect/app/configured-project.ts');
  const project = app.project ?? (atOnce && configuredProject(atOnce.setup));
  const { open } = await import('./inspect/open.ts');
  const opened = await open({ ...app, project });
  if (isUntouched(opened, host.version)) return reporter.checked([]);
  const { checkApp } = await import('./commands/check/check-app.ts');
  const asked = { strict, root: opened.root, ...(annotations === undefined ? {} : { annotations }) };
  return reporter.checked(await checkApp(host, opened), asked);
}
