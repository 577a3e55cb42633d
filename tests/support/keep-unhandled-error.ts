import { appendFileSync } from 'node:fs';

interface UnhandledError {
  readonly message: string;
  readonly stack?: string;
}

/** Writes an error that no test had where `npm test` looks for it: Vitest's JSON report has only those of tests. */
export function keepUnhandledError({ stack, message }: UnhandledError): void {
  const file = process.env['UNHANDLED_ERRORS'];
  if (file !== undefined) appendFileSync(file, `${stack ?? message}\n`);
}
