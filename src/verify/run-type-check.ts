import { stripVTControlCharacters } from 'node:util';
import type { TypeCheck } from '../model/verification.ts';
import { parseErrors, type FoundError } from './parse-errors.ts';

/** What a compiler found, or why it can't be told. */
export type TypeCheckResult =
  { readonly errors: readonly FoundError[] } | { readonly failure: string; readonly isInterrupted?: true };

/** Long enough for the biggest app on a slow machine; a run must not hang. */
const limitMs = 15 * 60_000;

/** Runs the compiler once. Ctrl-C ends it, and not this process: what was written has still to be told. */
export async function runTypeCheck(
  { argv, folder }: TypeCheck,
  { root, limit = limitMs }: { readonly root: string; readonly limit?: number },
): Promise<TypeCheckResult> {
  const stop = new AbortController();
  const interrupt = () => {
    stop.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const { execa } = await import('execa');
    const [file = '', ...args] = argv;
    const { exitCode, all, shortMessage, timedOut, signal } = await execa(file, args, {
      cwd: folder,
      reject: false,
      all: true,
      stdin: 'ignore',
      timeout: limit,
      cancelSignal: stop.signal,
      forceKillAfterDelay: 2000,
    });
    // A terminal sends Ctrl-C to the compiler as well, which may be the first to know.
    if (stop.signal.aborted || signal === 'SIGINT') return { failure: 'it was interrupted', isInterrupted: true };
    if (timedOut) return { failure: `it took longer than ${inWords(limit)}` };
    return exitCode === 0 ? { errors: [] } : judge(all, { shortMessage: shortMessage ?? '', root, folder });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** How a compiler that is built on TypeScript reports that it threw; TypeScript's own codes start at 1000. */
const thrown = 'TS500';

function judge(
  output: string,
  { shortMessage, ...place }: { readonly shortMessage: string; readonly root: string; readonly folder: string },
): TypeCheckResult {
  const errors = parseErrors(output, place);
  if (errors.length > 0 && !errors.some(({ code }) => code === thrown)) return { errors };
  const said = stripVTControlCharacters(output).trim().split(/\r?\n/).slice(-12).join('\n');
  return { failure: `it broke off: ${said === '' ? shortMessage : said}` };
}

function inWords(milliseconds: number): string {
  return milliseconds < 60_000 ? `${String(milliseconds / 1000)} seconds` : `${String(milliseconds / 60_000)} minutes`;
}
