import { CliError } from '../../model/errors.ts';

/** What ends a run while a question waits for its answer. */
export const signals = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C, Ctrl-D, a signal, a terminal that is gone, or a plain no. */
export function interrupted(cause?: unknown): CliError {
  return new CliError('INTERRUPTED', 'Nothing was written.', { cause });
}
