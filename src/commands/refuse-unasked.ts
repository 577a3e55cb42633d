import { CliError } from '../model/errors.ts';
import { isInteractive } from '../cli/is-interactive.ts';
import type { RunContext } from './run-context.ts';

/**
 * Before the first byte, and after all that would be wrong with the run anyway: who adds `--yes` should not learn only then that a value is wrong.
 * @throws CliError `ANSWER_NEEDED` where the run would write and nobody said so
 */
export function refuseUnasked({ host, invocation }: RunContext): void {
  if (isInteractive(host, invocation) || invocation.yes || invocation.dryRun) return;
  const { env } = host;
  throw new CliError('ANSWER_NEEDED', 'There is nobody to ask, and this run would write.', {
    hint:
      env['npm_command'] === 'init' && env['npm_config_yes'] === 'true'
        ? 'npm kept --yes for itself: npm create identity-vault -- --yes'
        : 'Add --yes to take detected values and defaults, or --dry-run to see the plan.',
  });
}
