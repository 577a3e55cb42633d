import type { Host } from '../model/host.ts';
import { describeError } from './error-report.ts';
import { errorToJson } from './json-report.ts';
import { wantsJson } from '../cli/wants-json.ts';
import { paintFor } from './paint.ts';

/** One error, on the stream and in the form that was asked for. */
export function reportError(error: unknown, host: Host): void {
  if (wantsJson(host)) host.stdout.write(errorToJson(error));
  else host.stderr.write(describeError(error, paintFor(host.stderr), host.argv.includes('--debug')));
}
