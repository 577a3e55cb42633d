import { CliError } from '../model/errors.ts';

/**
 * What was answered is not lost with what fails after it: the error says how to give all answers again.
 * @param replay the command that does; nothing where nothing was answered
 */
export async function repeatably<T>(replay: () => string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withReplay(error, replay());
  }
}

/** The error with that command; whatever else it is stays as it is. */
export function withReplay(error: unknown, replay: string | undefined): unknown {
  if (!(error instanceof CliError) || replay === undefined) return error;
  const { code, message, where, hint, manual, cause } = error;
  return new CliError(code, message, {
    ...(where === undefined ? {} : { where }),
    ...(manual === undefined ? {} : { manual }),
    hint: [...(hint === undefined ? [] : [hint, '']), 'The same answers without questions:', replay].join('\n'),
    cause,
  });
}
