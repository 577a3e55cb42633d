import { readInvocation } from './cli/read-invocation.ts';
import type { CommandModule } from './commands/command-module.ts';
import { commands as all } from './commands/commands.ts';
import type { Host } from './model/host.ts';

/**
 * One run of the command line tool. Each command loads what it needs.
 * @returns the exit code
 * @throws CliError for every failure that is not a bug
 */
export async function run(host: Host, commands: readonly CommandModule[] = all): Promise<number> {
  const asked = readInvocation(host, commands);
  if ('text' in asked) {
    host.stdout.write(asked.text);
    return 0;
  }
  if ('program' in asked) {
    const { describeProgram } = await import('./report/describe-program.ts');
    host.stdout.write(describeProgram(asked.program, host.version, commands));
    return 0;
  }
  const { command, invocation } = asked;
  const [carryOut, { Reporter }] = await Promise.all([command.load(), import('./report/reporter.ts')]);
  return carryOut({ host, invocation, reporter: new Reporter(host, invocation) });
}
