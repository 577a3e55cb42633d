import { CliError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { describeError } from './error-report.ts';
import { errorToJson } from './json-report.ts';
import { betweenWords } from './narrow.ts';
import { wantsJson } from '../cli/wants-json.ts';
import { paintFor } from './paint.ts';

/** One error, on the stream and in the form that was asked for. */
export function reportError(error: unknown, host: Host): void {
  if (wantsJson(host)) host.stdout.write(errorToJson(error));
  else host.stderr.write(describedFor(error, host));
}

function describedFor(error: unknown, { argv, stderr }: Host): string {
  const isDebug = argv.includes('--debug');
  const text = describeError(error, paintFor(stderr), isDebug);
  // A stack is there to be copied, and a pipe has no width.
  if (isDebug || !stderr.isTTY || !(error instanceof CliError)) return text;
  return betweenWords(text, Math.min(stderr.columns, 80));
}
