import type { Host } from '../host.ts';
import { describeError } from './error-report.ts';
import { errorToJson } from './json-report.ts';
import { paintFor } from './paint.ts';

/** One error, on the stream and in the form that was asked for. The flags are read as text: parsing may be what failed. */
export function reportError(error: unknown, host: Host): void {
  if (host.argv.includes('--json')) host.stdout.write(errorToJson(error));
  else host.stderr.write(describeError(error, paintFor(host.stderr), host.argv.includes('--debug')));
}
