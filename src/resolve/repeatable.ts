import { CliError } from '../model/errors.ts';

/** No answer is lost: the error says how to give them all again. */
export function repeatable(error: unknown, replay: string | undefined): unknown {
  if (!(error instanceof CliError) || replay === undefined) return error;
  const { code, message, where, hint, manual, cause } = error;
  return new CliError(code, message, {
    ...(where === undefined ? {} : { where }),
    ...(manual === undefined ? {} : { manual }),
    hint: [...(hint === undefined ? [] : [hint, '']), 'The same answers without questions:', replay].join('\n'),
    cause,
  });
}
