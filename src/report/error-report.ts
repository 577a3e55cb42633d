import { CliError, type Place } from '../model/errors.ts';
import type { Paint } from './paint.ts';

/** What happened, where, and how to fix it; the stack only when it was asked for, or for a bug of ours. */
export function describeError(error: unknown, paint: Paint, debug: boolean): string {
  if (!(error instanceof CliError)) {
    return `${paint('red', 'Internal error:')} ${String(error instanceof Error ? (error.stack ?? error.message) : error)}\n`;
  }
  const { message, where, hint, code } = error;
  const label = code === 'INTERRUPTED' ? paint('yellow', 'Cancelled:') : paint('red', 'Error:');
  return [
    `${label} ${message}\n`,
    where ? `  at ${place(where)}\n` : '',
    hint === undefined || hint === '' ? '' : `${hint.replaceAll(/^/gm, '  ')}\n`,
    debug && error.stack !== undefined ? `${error.stack}\n` : '',
  ].join('');
}

function place({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(':');
}
