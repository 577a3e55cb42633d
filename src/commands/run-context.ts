import type { Host } from '../model/host.ts';
import type { Invocation } from '../cli/invocation.ts';
import type { Reporter } from '../report/reporter.ts';

/**
 * What one run works with: its surroundings, what was asked and where to say things.
 * `Own` are the values of the command's own flags.
 */
export interface RunContext<Own = unknown> {
  readonly host: Host;
  readonly invocation: Invocation & Own;
  readonly reporter: Reporter;
}
