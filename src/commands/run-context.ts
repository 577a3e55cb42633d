import type { Host } from '../model/host.ts';
import type { Invocation } from '../cli/invocation.ts';
import type { Reporter } from '../report/reporter.ts';

/** What one run works with: its surroundings, what was asked and where to say things. */
export interface RunContext {
  readonly host: Host;
  readonly invocation: Invocation;
  readonly reporter: Reporter;
}
